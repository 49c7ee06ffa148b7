import type { ConsensusRule } from "./consensus-rule.ts";
import { round } from "./posterior.ts";
import { type KnownReliability, weightOf } from "./reliability.ts";
import { weighsVotes } from "./rule-of.ts";

/**
 * By how much a voter's yes or no weighs more (above 1) or less than that of one of whom nothing is known;
 * null where nothing is, or where the rule only counts.
 * @throws CodedError `consensus/invalid-reliability` naming the voter.
 */
export function trustIn(
  voter: string,
  rule: ConsensusRule,
  known: KnownReliability,
): number | null {
  return known.has(voter) && weighsVotes(rule) ? round(weightOf(voter, known, 2)) : null;
}
