import { countOpinions } from "./count.ts";
import type { CountingRule } from "./rule.ts";

/**
 * At least `quorum` providers say it, however many say something else. Where fewer than `quorum`
 * providers voted at all, their agreement is not enough: who asks for two opinions did not get them,
 * and the ruling says so instead of lowering the bar.
 */
export function quorumOf(quorum: number): CountingRule {
  return {
    counts: "providers",
    score: countOpinions,
    ruling: (label, { scores }, { opinions }) => {
      if (opinions.length < quorum) return "short-of-voters";
      return (scores.get(label) ?? 0) >= quorum ? "met" : "not-met";
    },
    needs: () => `${quorum} providers`,
  };
}
