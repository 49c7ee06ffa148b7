import { named } from "./check-vote.ts";
import { choose } from "./choose.ts";
import { collapseProviders } from "./collapse.ts";
import type { ConsensusRule } from "./consensus-rule.ts";
import { discountsOf, type Kinship } from "./kinship.ts";
import type { Opening } from "./opening.ts";
import { type Box, inUnits, type Opinion } from "./opinion.ts";
import { checkPanelSize } from "./panel-size.ts";
import type { Poll, PollItem } from "./poll.ts";
import { posteriorOf } from "./posterior.ts";
import { type KnownReliability, unitOf, weightOf } from "./reliability.ts";
import { countingRuleOf } from "./rule-of.ts";
import { sumWeights } from "./rules/count.ts";

/** Decides every item by itself. */
export function countItems(
  poll: Poll,
  rule: ConsensusRule,
  kinship: Kinship,
  known: KnownReliability,
): readonly Opening[] {
  const counting = countingRuleOf(rule);
  const labels = Math.max(2, poll.labels.length);
  const trust = poll.voters.map(({ name }) => weightOf(name, known, labels));
  const support =
    counting.counts === "voters" && rule.rule !== "weighted" ? counting.score : sumWeights;
  return poll.items.map((item) => {
    const asked = countProviders(item, poll);
    checkPanelSize(asked, rule, named(item.name));
    const weighed = weigh(item, kinship, trust);
    const box: Box = {
      asked,
      opinions: counting.counts === "voters" ? inUnits(weighed) : collapseProviders(item.cast),
    };
    const behind = support({ asked, opinions: weighed.map(bounded) });
    const posterior =
      item.cast.length === 0 ? [] : posteriorOf(poll.labels, behind, unitOf(labels));
    return { choice: choose(counting, box), posterior };
  });
}

function weigh({ cast }: PollItem, kinship: Kinship, trust: readonly number[]): readonly Opinion[] {
  const discounts = discountsOf(cast, kinship);
  return cast.map(({ vote, voter, weight }, place) => ({
    label: vote.label ?? "",
    ranking: vote.ranking ?? [vote.label ?? ""],
    weight: weight * (discounts[place] ?? 1) * (trust[voter] ?? 1),
  }));
}

/** A weight above this says no more about what is true. */
function bounded(opinion: Opinion): Opinion {
  return { ...opinion, weight: Math.min(100, opinion.weight) };
}

function countProviders({ cast, absent }: PollItem, { voters }: Poll): number {
  const present = cast.map(({ provider }) => provider);
  return new Set([...present, ...absent.map((voter) => voters[voter]?.provider)]).size;
}
