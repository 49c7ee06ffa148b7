import type { Candidate } from "@swarm-actions/swarm";

/** At most so many of the candidates, evenly over the curve, with both ends and the one that was chosen. */
export function chosenFew(
  curve: readonly Candidate[],
  workers: number,
  most: number,
): readonly Candidate[] {
  const sorted = [...curve].sort((a, b) => a.workers - b.workers);
  if (sorted.length <= most) return sorted;
  const step = (sorted.length - 1) / (most - 2);
  const kept = new Set(Array.from({ length: most - 1 }, (_, index) => Math.round(index * step)));
  return sorted.filter((one, index) => kept.has(index) || one.workers === workers);
}
