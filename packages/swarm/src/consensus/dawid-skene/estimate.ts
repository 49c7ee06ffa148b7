import { named } from "../check-vote.ts";
import { effectiveVoters, type Kinship } from "../kinship.ts";
import type { Opening } from "../opening.ts";
import type { Poll } from "../poll.ts";
import { showPosterior } from "../posterior.ts";
import type { KnownReliability } from "../reliability.ts";
import { isLevel } from "../tally.ts";
import { type Crowd, crowdOf } from "./crowd.ts";
import { type Fit, fitCrowd } from "./fit.ts";

/** Verdicts by Dawid and Skene's model; or why there can be none, so that something else has to do. */
export type Estimate =
  | { readonly note: null; readonly opened: readonly Opening[] }
  | { readonly note: string };

const leastItems = 50;
const leastVoters = 3;
/** Numbers that each round goes through: some seconds in all. */
const mostCells = 2_500_000;

export function estimate(poll: Poll, kinship: Kinship, known: KnownReliability): Estimate {
  const thin = findThin(poll, kinship);
  if (thin !== null) return { note: `Dawid-Skene was not applied: ${thin}.` };
  const crowd = crowdOf(poll, kinship, known);
  const cells = (crowd.pairVoter.length + crowd.items + crowd.voters) * crowd.labels;
  if (cells > mostCells) {
    const size = `${crowd.labels} labels for ${crowd.voters} voters`;
    return { note: `Dawid-Skene was not applied: there are too many, ${size}.` };
  }
  const fit = fitCrowd(crowd);
  if (isTurned(crowd, fit)) {
    return { note: "Dawid-Skene was not applied: it took most voters for liars." };
  }
  return { note: null, opened: poll.items.map((_, item) => open(poll, item, fit)) };
}

/** Too few items, or too few independent voters on each, to learn from how they agree. */
function findThin({ items, labels }: Poll, kinship: Kinship): string | null {
  const voted = items.filter(({ cast }) => cast.length > 0);
  if (voted.length < leastItems) return `it needs ${leastItems} items and has ${voted.length}`;
  if (labels.length < 2) return "all votes are for one label";
  let sum = 0;
  for (const { cast } of voted) {
    const kin = Map.groupBy(cast, ({ provider }) => provider);
    for (const [provider, { length }] of kin) {
      sum += effectiveVoters(length, kinship[provider] ?? 1);
    }
  }
  const average = sum / voted.length;
  if (average > leastVoters - 1e-9) return null;
  return `it needs ${leastVoters} independent votes an item and has ${average.toFixed(2)} on average`;
}

/** Where most voters are below chance, labels have traded their meanings. */
function isTurned({ labels, voters }: Crowd, { reliability }: Fit): boolean {
  const below = reliability.filter((value) => value < 1 / labels).length;
  return below * 2 > voters;
}

function open({ items, labels }: Poll, item: number, { posterior }: Fit): Opening {
  if (items[item]?.cast.length === 0) {
    return { choice: { label: null, reason: "nobody voted" }, posterior: [] };
  }
  const row = posterior.subarray(item * labels.length, (item + 1) * labels.length);
  const shown = showPosterior(labels, row);
  const [first, second] = shown;
  if (first === undefined || (second && isLevel(first.probability, second.probability))) {
    const reason = `${named(first?.label ?? "")} and ${named(second?.label ?? "")} are equally likely`;
    return { choice: { label: null, reason }, posterior: shown };
  }
  return { choice: { label: first.label }, posterior: shown };
}
