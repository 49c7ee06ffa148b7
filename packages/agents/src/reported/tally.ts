import { compareText } from "@swarm-actions/core";
import type { Correction } from "@swarm-actions/review";

/** Counts what had to be weakened or dropped, so that nothing goes missing in silence. */
export class Tally {
  readonly #counts = new Map<string, Correction>();

  dropped(reason: string, count = 1): void {
    this.#count("dropped", reason, count);
  }

  demoted(reason: string, count = 1): void {
    this.#count("demoted", reason, count);
  }

  /** In the same order whatever happened first. */
  corrections(): readonly Correction[] {
    const keys = [...this.#counts.keys()].sort(compareText);
    return keys.flatMap((key) => this.#counts.get(key) ?? []);
  }

  #count(kind: Correction["kind"], reason: string, count: number): void {
    if (count === 0) return;
    const key = `${kind} ${reason}`;
    const before = this.#counts.get(key)?.count ?? 0;
    this.#counts.set(key, { kind, reason, count: before + count });
  }
}
