import { discountsOf, type Kinship } from "../kinship.ts";
import type { Poll } from "../poll.ts";
import { beliefIn, type KnownReliability } from "../reliability.ts";

/**
 * A poll in flat lists, for the loops of the fit. A pair is a voter and one of the labels that it uses:
 * voters use few of many labels, so that pairs stay few.
 */
export interface Crowd {
  readonly items: number;
  readonly labels: number;
  readonly voters: number;
  /** Where the votes on each item begin, and the number of votes as the last. */
  readonly starts: Int32Array;
  /** Of each vote: its pair, and what it counts among those on its item. */
  readonly pairs: Int32Array;
  readonly weights: Float64Array;
  readonly pairVoter: Int32Array;
  readonly pairLabel: Int32Array;
  /** Beliefs before the votes are seen, as counts of a Beta distribution, by voter. */
  readonly right: Float64Array;
  readonly wrong: Float64Array;
}

/** A weight above this says no more: a hundred like votes settle an item. */
const mostWeight = 100;

export function crowdOf(poll: Poll, kinship: Kinship, known: KnownReliability): Crowd {
  const votes = poll.items.reduce((sum, { cast }) => sum + cast.length, 0);
  const starts = new Int32Array(poll.items.length + 1);
  const pairs = new Int32Array(votes);
  const weights = new Float64Array(votes);
  const found = new Map<number, number>();
  let at = 0;
  poll.items.forEach(({ cast }, item) => {
    const discounts = discountsOf(cast, kinship);
    cast.forEach(({ voter, label, weight }, place) => {
      const pair = voter * poll.labels.length + label;
      if (!found.has(pair)) found.set(pair, found.size);
      pairs[at] = found.get(pair) ?? 0;
      weights[at] = Math.min(mostWeight, weight) * (discounts[place] ?? 1);
      at += 1;
    });
    starts[item + 1] = at;
  });
  const beliefs = poll.voters.map(({ name }) => beliefIn(name, known));
  const keys = [...found.keys()];
  return {
    items: poll.items.length,
    labels: poll.labels.length,
    voters: poll.voters.length,
    starts,
    pairs,
    weights,
    pairVoter: Int32Array.from(keys, (pair) => Math.floor(pair / poll.labels.length)),
    pairLabel: Int32Array.from(keys, (pair) => pair % poll.labels.length),
    right: Float64Array.from(beliefs, ({ right }) => right),
    wrong: Float64Array.from(beliefs, ({ wrong }) => wrong),
  };
}
