import type { ProviderVote } from "./provider-vote.ts";
import type { Ruling } from "./rules/rule.ts";

/** What the panel decided about one item, with the votes and the dissent. Every list is sorted. */
export interface Decision {
  readonly accepted: boolean;
  /** `met` exactly when it was accepted. */
  readonly ruling: Ruling;
  /** What the rule was applied to, absent providers included. */
  readonly providers: readonly ProviderVote[];
  /** Voters by what they said. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Absences: voters that were out of scope or failed. */
  readonly missing: readonly string[];
  /** Voters that voted against what was decided. */
  readonly dissent: readonly string[];
}
