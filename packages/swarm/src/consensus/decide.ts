import { compareText } from "@swarm-actions/core";
import type { Ballot, Vote } from "./ballot.ts";
import { type ConsensusRule, checkConsensusRule } from "./consensus-rule.ts";
import type { Decision } from "./decision.ts";
import { collapseBallots, type ProviderVote } from "./provider-vote.ts";
import type { ApplyRule, Ruling } from "./rules/apply-rule.ts";
import { majority } from "./rules/majority.ts";
import { quorumOf } from "./rules/quorum.ts";
import { unanimous } from "./rules/unanimous.ts";
import { weightedBy } from "./rules/weighted.ts";

/**
 * Decides about one item. The same ballots in any order give the same decision. Voters of one
 * provider are collapsed into one vote before the rule is applied; where nobody voted, no rule is met.
 * @throws CodedError `consensus/…` for an invalid rule, weight, or a voter that votes twice.
 */
export function decide(ballots: readonly Ballot[], rule: ConsensusRule): Decision {
  checkConsensusRule(rule);
  const providers = collapseBallots(ballots);
  const ruling = rulingOn(providers, rule);
  const accepted = ruling === "met";
  const [yes, no, missing] = [
    votersOf(ballots, "yes"),
    votersOf(ballots, "no"),
    votersOf(ballots, "missing"),
  ];
  return { accepted, ruling, providers, yes, no, missing, dissent: accepted ? no : yes };
}

function rulingOn(providers: readonly ProviderVote[], rule: ConsensusRule): Ruling {
  const present = providers.filter(({ vote }) => vote !== "missing");
  return present.length === 0 ? "short-of-voters" : functionOf(rule)(present);
}

function functionOf(rule: ConsensusRule): ApplyRule {
  switch (rule.rule) {
    case "majority":
      return majority;
    case "quorum":
      return quorumOf(rule.quorum);
    case "unanimous":
      return unanimous;
    case "weighted":
      return weightedBy(rule.threshold);
  }
}

function votersOf(ballots: readonly Ballot[], vote: Vote): readonly string[] {
  const names = ballots.filter((ballot) => ballot.vote === vote).map(({ voter }) => voter);
  return names.sort(compareText);
}
