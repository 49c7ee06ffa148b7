/** One figure of a benchmark: a ratio of two things measured in the same run, or a count. */
export interface BenchResult {
  readonly name: string;
  readonly ratio: number;
  /** What the ratio must reach, or stay within; null: told, and free. */
  readonly bound: number | null;
  /** Whether a good ratio is above or below the bound. */
  readonly better: "higher" | "lower";
  /** How it was measured, with the absolute figures. */
  readonly detail: string;
}

export function isMet({ ratio, bound, better }: BenchResult): boolean {
  if (bound === null) return true;
  return better === "higher" ? ratio >= bound : ratio <= bound;
}

/** One line for people. */
export function describe(result: BenchResult): string {
  const { name, ratio, bound, detail } = result;
  const verdict = bound === null ? "" : ` (bound ${showBound(result)}, ${showVerdict(result)})`;
  return `${name}: ${ratio.toFixed(2)}${verdict} — ${detail}`;
}

export function showBound({ bound, better }: BenchResult): string {
  return bound === null ? "" : `${better === "higher" ? "≥" : "≤"} ${bound}`;
}

export function showVerdict(result: BenchResult): string {
  if (result.bound === null) return "";
  return isMet(result) ? "met" : "MISSED";
}
