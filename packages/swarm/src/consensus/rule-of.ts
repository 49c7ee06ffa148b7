import type { ConsensusRule } from "./consensus-rule.ts";
import { approval } from "./rules/approval.ts";
import { borda } from "./rules/borda.ts";
import { byzantineOf } from "./rules/byzantine.ts";
import { majority } from "./rules/majority.ts";
import { quorumOf } from "./rules/quorum.ts";
import type { CountingRule } from "./rules/rule.ts";
import { unanimous } from "./rules/unanimous.ts";
import { weightedBy } from "./rules/weighted.ts";
import { weightedMajority } from "./rules/weighted-majority.ts";

/** How a rule decides one item by itself. Dawid-Skene cannot, and weighs instead. */
export function countingRuleOf(rule: ConsensusRule): CountingRule {
  switch (rule.rule) {
    case "majority":
      return majority;
    case "quorum":
      return quorumOf(rule.quorum);
    case "unanimous":
      return unanimous;
    case "weighted":
      return weightedBy(rule.threshold);
    case "borda":
      return borda;
    case "approval":
      return approval;
    case "byzantine":
      return byzantineOf(rule.faulty);
    case "dawid-skene":
      return weightedMajority;
  }
}

/** Whether it sees every voter with its weight, rather than one vote a provider. */
export function weighsVotes(rule: ConsensusRule): boolean {
  return countingRuleOf(rule).counts === "voters";
}
