/** One figure of a benchmark: always a ratio of two things measured in the same run. */
export interface BenchResult {
  readonly name: string;
  readonly ratio: number;
  /** What the ratio must reach, or stay within. */
  readonly bound: number;
  /** Whether a good ratio is above or below the bound. */
  readonly better: "higher" | "lower";
  /** How it was measured, with the absolute figures. */
  readonly detail: string;
}

export function isMet({ ratio, bound, better }: BenchResult): boolean {
  return better === "higher" ? ratio >= bound : ratio <= bound;
}

/** One line for people. */
export function describe(result: BenchResult): string {
  const { name, ratio, bound, better, detail } = result;
  const sign = better === "higher" ? "≥" : "≤";
  const verdict = isMet(result) ? "met" : "MISSED";
  return `${name}: ${ratio.toFixed(2)}× (bound ${sign} ${bound}×, ${verdict}) — ${detail}`;
}
