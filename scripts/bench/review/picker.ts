/** Picks from a fixed sequence, so that every run makes the same text. */
export class Picker {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** An integer from `low` up to and including `high`. */
  between(low: number, high: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return low + Math.floor((this.#state / 2 ** 32) * (high - low + 1));
  }

  of(choices: string | readonly string[]): string {
    return choices[this.between(0, choices.length - 1)] ?? "";
  }

  letters(length: number): string {
    return Array.from({ length }, () => this.of(alphabet)).join("");
  }

  /** The template with its words filled in, `{id}` with one number and each `{n}` with another. */
  fill(template: string): string {
    const chosen = new Map([...words].map(([kind, choices]) => [kind, this.of(choices)]));
    chosen.set("id", `${this.between(100, 9999)}`);
    return template.replace(
      /\{(noun|verb|field|id|n)\}/g,
      (_, kind: string) => chosen.get(kind) ?? `${this.between(2, 4000)}`,
    );
  }
}

const alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

const words = new Map([
  ["noun", "order price cart invoice parcel account batch shipment refund voucher".split(" ")],
  ["verb", "load store merge split check rank group round settle archive".split(" ")],
  ["field", "total count owner region created weight status limit share margin".split(" ")],
]);
