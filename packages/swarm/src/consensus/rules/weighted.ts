import type { ProviderVote } from "../provider-vote.ts";
import type { ApplyRule } from "./apply-rule.ts";

// Sums of decimal weights miss by a few units in the last place: 0.7 + 0.1 must reach 0.8.
const slack = 1e-9;

/** The yes side holds at least the share `threshold` of the weight that voted. */
export function weightedBy(threshold: number): ApplyRule {
  return (votes) => {
    // In units of the heaviest vote, so that huge weights do not sum to infinity.
    const unit = Math.max(...votes.map(({ weight }) => weight));
    const share = (some: readonly ProviderVote[]): number =>
      some.reduce((sum, { weight }) => sum + weight / unit, 0);
    const yes = share(votes.filter(({ vote }) => vote === "yes"));
    return yes / share(votes) >= threshold - slack ? "met" : "not-met";
  };
}
