/** Answers that cannot change, kept until others were asked for more lately. */
export class Kept<Value> {
  readonly #limit: number;
  readonly #values = new Map<string, Promise<Value>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The answer to a question, found at most once at a time. Failures are not kept. */
  of(key: string, find: () => Promise<Value>): Promise<Value> {
    const known = this.#values.get(key);
    const value = known ?? find();
    this.#values.delete(key);
    this.#values.set(key, value);
    if (known === undefined) this.#settle(key, value);
    return value;
  }

  #settle(key: string, value: Promise<Value>): void {
    value.catch(() => this.#values.delete(key));
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#limit && oldest !== undefined) this.#values.delete(oldest);
  }
}
