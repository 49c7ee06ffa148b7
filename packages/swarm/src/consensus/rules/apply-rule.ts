import type { ProviderVote } from "../provider-vote.ts";

/**
 * `met`: the item is accepted. `not-met`: it is not. `short-of-voters`: it is not, and it could
 * not have been, because fewer providers voted than the rule asks for.
 */
export type Ruling = "met" | "not-met" | "short-of-voters";

/**
 * One aggregation rule. It sees one vote a provider and none that is missing: at least one, in the
 * order of the providers' names.
 */
export type ApplyRule = (votes: readonly ProviderVote[]) => Ruling;

/** How many providers voted yes. */
export function countYes(votes: readonly ProviderVote[]): number {
  return votes.filter(({ vote }) => vote === "yes").length;
}
