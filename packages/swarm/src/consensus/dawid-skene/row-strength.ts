import type { Counts } from "./count.ts";
import type { Crowd } from "./crowd.ts";
import { logGamma } from "./log-gamma.ts";
import { meanCell } from "./model.ts";

/** From voters that each err in their own way to voters that err in any. */
const strengths = [4, 16, 64, 256];

/** Parts of a vote that change nothing; where there are many labels, most cells hold less. */
const negligible = 1e-6;

/**
 * How far a confusion matrix follows the voter's reliability rather than its own few counts: of several
 * strengths of the rows' Dirichlet prior the one under which the counts are likeliest.
 */
export function chooseStrength(crowd: Crowd, counts: Counts, reliability: Float64Array): number {
  const graded = strengths.map((strength) => ({
    strength,
    evidence: evidenceOf(strength, crowd, counts, reliability),
  }));
  return graded.reduce((best, one) => (one.evidence > best.evidence ? one : best)).strength;
}

/** The logarithm of how likely the counts are, of all confusion matrices that the prior allows. */
function evidenceOf(
  strength: number,
  { labels, pairVoter, pairLabel }: Crowd,
  { cells, rows }: Counts,
  reliability: Float64Array,
): number {
  const whole = logGamma(strength);
  let evidence = 0;
  for (const count of rows) evidence += whole - logGamma(strength + count);
  pairVoter.forEach((voter, pair) => {
    const right = reliability[voter] ?? 0;
    for (let truth = 0; truth < labels; truth += 1) {
      const count = cells[pair * labels + truth] ?? 0;
      if (count < negligible) continue;
      const mean = strength * meanCell(right, truth === pairLabel[pair], labels);
      evidence += logGamma(mean + count) - logGamma(mean);
    }
  });
  return evidence;
}
