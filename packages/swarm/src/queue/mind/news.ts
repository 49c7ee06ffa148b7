/** What others do not know yet of this worker, and when it told them last. */
export class News {
  readonly #pace: number;
  #results = 0;
  #isUrgent = false;
  #toldAt: number;
  /** The block whose rest it has offered: once that is through, others have to know. */
  #offered: number | null = null;
  /** The block that it has told to be stuck in. */
  #stuckIn = -1;
  #hasToldLast = false;
  #hasTold = false;

  /**
   * @param pace seconds that results wait at most before they are put up, so that a worker that dies takes
   *   few along
   */
  constructor(pace: number, now: number) {
    this.#pace = pace;
    this.#toldAt = now;
  }

  get toldAt(): number {
    return this.#toldAt;
  }

  get hasResults(): boolean {
    return this.#results > 0;
  }

  get isUrgent(): boolean {
    return this.#isUrgent;
  }

  /** When results should be put up, if there are any. */
  get dueAt(): number {
    return this.#toldAt + this.#pace;
  }

  /** When what cannot wait may be told where names are few: the first time at once, then once a pace. */
  get mayTellAt(): number {
    return this.#hasTold ? this.dueAt : Number.NEGATIVE_INFINITY;
  }

  addResult(): void {
    this.#results += 1;
  }

  urge(): void {
    this.#isUrgent = true;
  }

  told(results: number, now: number): void {
    this.#results -= results;
    this.#toldAt = now;
    this.#hasTold = true;
    this.#isUrgent = false;
  }

  offer(slot: number): void {
    this.#offered = slot;
  }

  /** A block is over. */
  end(slot: number): void {
    if (this.#offered !== slot) return;
    this.#offered = null;
    this.#isUrgent = this.hasResults;
  }

  /** Whether it has still to be told that this worker is stuck in a block; once for each. */
  tellsOfBeingStuck(slot: number): boolean {
    const tells = this.#stuckIn !== slot;
    this.#stuckIn = slot;
    return tells;
  }

  /** Whether it has still to be told that this worker is in its last block; once. */
  tellsOfLast(): boolean {
    const tells = !this.#hasToldLast;
    this.#hasToldLast = true;
    return tells;
  }
}
