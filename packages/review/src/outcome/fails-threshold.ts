import { compareSeverities } from "../finding/compare.ts";
import type { Severity } from "../finding/model.ts";
import type { ReviewResult } from "../result.ts";

/**
 * Whether the review found something at least as severe as `threshold`. Agreed and lone findings
 * count, disputed ones don't. The outcome is another matter: a partial review can pass here.
 */
export function failsThreshold(
  { findings }: Pick<ReviewResult, "findings">,
  threshold: Severity,
): boolean {
  return findings.some(
    ({ severity, standing }) =>
      standing !== "disputed" && compareSeverities(severity, threshold) <= 0,
  );
}
