import { compareText } from "@swarm-actions/core";
import { aggregate } from "./aggregate.ts";
import type { Ballot, YesOrNo } from "./ballot.ts";
import { type ConsensusRule, checkConsensusRule } from "./consensus-rule.ts";
import type { Decision } from "./decision.ts";
import { inUnits } from "./opinion.ts";
import { collapseBallots, type ProviderVote } from "./provider-vote.ts";
import { type KnownReliability, weightOf } from "./reliability.ts";
import { countingRuleOf, weighsVotes } from "./rule-of.ts";
import { writeConsensusRule } from "./rule-text.ts";
import type { Ruling } from "./rules/rule.ts";
import { tallyOf } from "./tally.ts";
import type { Vote } from "./vote.ts";

/** What the panel decided about each of several items, and by which rule it really came about. */
export interface Decisions {
  /** One an item, in the order of the items. */
  readonly decisions: readonly Decision[];
  readonly rule: string;
  readonly applied: string;
  /** Why it is another rule; null: it is the same. */
  readonly note: string | null;
}

/**
 * Decides about one item. The same ballots in any order give the same decision. Voters of one
 * provider are collapsed into one vote before the rule is applied; where nobody voted, no rule is met.
 * @throws CodedError `consensus/…` for an invalid rule, weight, or a voter that votes twice.
 */
export function decide(
  ballots: readonly Ballot[],
  rule: ConsensusRule,
  known: KnownReliability = new Map(),
): Decision {
  checkConsensusRule(rule);
  const weighed = weighsVotes(rule) ? ballots.map((ballot) => weigh(ballot, known)) : ballots;
  const providers = collapseBallots(weighed);
  return decisionOn(ballots, providers, rulingOn(providers, rule));
}

/**
 * Decides about all items of one kind. Rules that look at one item at a time give what `decide` gives;
 * `dawid-skene` learns from all of them how far each provider can be trusted.
 * @param known what earlier runs learned of voters; rules that only count do not look at it
 * @throws CodedError as `decide` does.
 */
export function decideAll(
  items: readonly (readonly Ballot[])[],
  rule: ConsensusRule,
  known: KnownReliability = new Map(),
): Decisions {
  checkConsensusRule(rule);
  const name = writeConsensusRule(rule);
  if (rule.rule !== "dawid-skene") {
    const decisions = items.map((ballots) => decide(ballots, rule, known));
    return { decisions, rule: name, applied: name, note: null };
  }
  const polled = items.map(collapseBallots);
  const { verdicts, applied, note } = aggregate(
    polled.flatMap(votesOn),
    rule,
    knownOfProviders(items.flat(), known),
  );
  const labels = new Map(verdicts.map(({ item, label }) => [item, label]));
  const decisions = items.map((ballots, place) => {
    const providers = polled[place] ?? [];
    const isShort = providers.every(({ vote }) => vote === "missing");
    const ruling = labels.get(String(place)) === "yes" ? "met" : "not-met";
    return decisionOn(ballots, providers, isShort ? "short-of-voters" : ruling);
  });
  return { decisions, rule: name, applied, note };
}

/**
 * What is known of those that speak for a provider, as one: the mean of their counts, since each of them was
 * judged for the same findings.
 */
function knownOfProviders(ballots: readonly Ballot[], known: KnownReliability): KnownReliability {
  const voters = Map.groupBy(ballots, ({ provider }) => provider);
  return new Map(
    [...voters].flatMap(([provider, theirs]) => {
      const names = [...new Set(theirs.map(({ voter }) => voter))].sort(compareText);
      const counts = names.flatMap((name) => known.get(name) ?? []);
      if (counts.length === 0) return [];
      const mean = (key: "right" | "wrong"): number =>
        counts.reduce((sum, count) => sum + count[key], 0) / counts.length;
      return [[provider, { right: mean("right"), wrong: mean("wrong") }] as const];
    }),
  );
}

function weigh(ballot: Ballot, known: KnownReliability): Ballot {
  return { ...ballot, weight: ballot.weight * weightOf(ballot.voter, known, 2) };
}

function votesOn(providers: readonly ProviderVote[], place: number): readonly Vote[] {
  return providers.map(({ provider, vote, weight }) => ({
    item: String(place),
    voter: provider,
    label: vote === "missing" ? null : vote,
    ...(vote === "missing" ? {} : { weight }),
  }));
}

function rulingOn(providers: readonly ProviderVote[], rule: ConsensusRule): Ruling {
  const opinions = providers
    .filter(({ vote }) => vote !== "missing")
    .map(({ vote, weight }) => ({ label: vote, ranking: [vote], weight }));
  if (opinions.length === 0) return "short-of-voters";
  const counting = countingRuleOf(rule);
  const box = { opinions: inUnits(opinions), asked: providers.length };
  return counting.ruling("yes", tallyOf(counting.score(box)), box);
}

function decisionOn(
  ballots: readonly Ballot[],
  providers: readonly ProviderVote[],
  ruling: Ruling,
): Decision {
  const accepted = ruling === "met";
  const [yes, no, missing] = [
    votersOf(ballots, "yes"),
    votersOf(ballots, "no"),
    votersOf(ballots, "missing"),
  ];
  return { accepted, ruling, providers, yes, no, missing, dissent: accepted ? no : yes };
}

function votersOf(ballots: readonly Ballot[], vote: YesOrNo): readonly string[] {
  const names = ballots.filter((ballot) => ballot.vote === vote).map(({ voter }) => voter);
  return names.sort(compareText);
}
