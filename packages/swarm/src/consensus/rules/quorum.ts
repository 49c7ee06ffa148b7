import { type ApplyRule, countYes } from "./apply-rule.ts";

/**
 * At least `quorum` providers say yes, however many say no. Where fewer than `quorum` providers
 * voted at all, their agreement is not enough: who asks for two opinions did not get them, and the
 * ruling says so instead of lowering the bar.
 */
export function quorumOf(quorum: number): ApplyRule {
  return (votes) => {
    if (votes.length < quorum) return "short-of-voters";
    return countYes(votes) >= quorum ? "met" : "not-met";
  };
}
