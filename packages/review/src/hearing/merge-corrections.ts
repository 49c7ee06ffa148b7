import { compareText } from "@swarm-actions/core";
import type { Correction } from "../agent.ts";

/** Adds up corrections of the same kind and reason; by kind, then reason. */
export function mergeCorrections(lists: readonly (readonly Correction[])[]): readonly Correction[] {
  const sums = new Map<string, Correction>();
  for (const { kind, reason, count } of lists.flat()) {
    const key = `${kind} ${reason}`;
    sums.set(key, { kind, reason, count: count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums].sort(([a], [b]) => compareText(a, b)).map(([, correction]) => correction);
}
