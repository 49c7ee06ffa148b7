export type { Ballot, Vote } from "./ballot.ts";
export { type ConsensusRule, checkConsensusRule, isConsensusRule } from "./consensus-rule.ts";
export { decide } from "./decide.ts";
export type { Decision } from "./decision.ts";
export type { ProviderVote } from "./provider-vote.ts";
export type { Ruling } from "./rules/apply-rule.ts";
