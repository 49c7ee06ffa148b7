import { compareText } from "@swarm-actions/core";
import type { Correction } from "../agent.ts";

/** Counts corrections by kind and reason. */
export class CorrectionTally {
  readonly #counts = new Map<string, Correction>();

  add(kind: Correction["kind"], reason: string): void {
    const key = `${kind} ${reason}`;
    const count = (this.#counts.get(key)?.count ?? 0) + 1;
    this.#counts.set(key, { kind, reason, count });
  }

  /** By kind, then reason. */
  list(): readonly Correction[] {
    return [...this.#counts.entries()]
      .sort(([a], [b]) => compareText(a, b))
      .map(([, correction]) => correction);
  }
}
