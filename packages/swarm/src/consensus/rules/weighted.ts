import { sumWeights } from "./count.ts";
import type { CountingRule } from "./rule.ts";

// Sums of decimal weights miss by a few units in the last place: 0.7 + 0.1 must reach 0.8.
const slack = 1e-9;

/** The label holds at least the share `threshold` of the weight that voted. */
export function weightedBy(threshold: number): CountingRule {
  return {
    counts: "voters",
    score: sumWeights,
    ruling: (label, { scores }) => {
      const all = [...scores.values()].reduce((sum, score) => sum + score, 0);
      return (scores.get(label) ?? 0) / all >= threshold - slack ? "met" : "not-met";
    },
    needs: () => `${threshold} of the weight`,
  };
}
