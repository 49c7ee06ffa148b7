/** The middle of some figures, and the two between which half of them lie. */
export interface Quartiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** @param values at least one */
export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
