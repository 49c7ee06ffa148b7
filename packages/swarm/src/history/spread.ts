import { quantileOf } from "./quantile.ts";

/** The middle of some durations, and how far they lie about it. */
export interface Spread {
  readonly median: number;
  readonly variance: number;
}

/**
 * Median and variance of sorted values, null of none. The variance is that of a normal distribution with
 * the same quartiles, so that one huge value does not make all others uncertain; never below that of a
 * value that may be off by half.
 */
export function spreadOf(sorted: ArrayLike<number>): Spread | null {
  const median = quantileOf(sorted, 0.5);
  if (median === null) return null;
  const between = (quantileOf(sorted, 0.75) ?? median) - (quantileOf(sorted, 0.25) ?? median);
  return { median, variance: Math.max((between / 1.349) ** 2, (0.5 * median) ** 2) };
}
