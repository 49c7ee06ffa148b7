/** When a worker looked at the board, and when it has to look again before it begins anything. */
export class Looks {
  #wantedAt: number;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #readAt = Number.NEGATIVE_INFINITY;
  #lostRaces = 0;

  constructor(now: number) {
    this.#wantedAt = now;
  }

  get wantedAt(): number {
    return this.#wantedAt;
  }

  /** Whether it has to look before it begins anything. */
  get isWanted(): boolean {
    return this.#lookedAt < this.#wantedAt;
  }

  get hasLooked(): boolean {
    return this.#lookedAt > Number.NEGATIVE_INFINITY;
  }

  /** When it saw what is taken. */
  get lookedAt(): number {
    return this.#lookedAt;
  }

  /** When it read what others have done. */
  get readAt(): number {
    return this.#readAt;
  }

  /** Whether it read what others have done since it looked, and since it told what it has done. */
  hasReadSince(toldAt: number): boolean {
    return this.#readAt >= this.#lookedAt && this.#readAt >= toldAt;
  }

  want(at: number): void {
    this.#wantedAt = at;
  }

  looked(now: number, hasRead: boolean): void {
    this.#lookedAt = now;
    if (hasRead) this.#readAt = now;
  }

  /** Somebody else was sooner: after every second time it looks what else is taken. */
  lostRace(lookAt: () => number): void {
    this.#lostRaces += 1;
    if (this.#lostRaces % 2 === 0) this.#wantedAt = lookAt();
  }
}
