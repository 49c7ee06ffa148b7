import type { CastVote, Poll } from "./poll.ts";

/**
 * How much the voters of each provider repeat each other, by provider: 0 they are as independent as
 * strangers, 1 they are one voter.
 */
export type Kinship = readonly number[];

/** How many items' worth of evidence it takes to believe half of what is seen instead of 1. */
const doubt = 10;

/** What was seen of a provider. Pairs are of votes on one item. */
interface Sight {
  /** Items on which at least two of its voters voted. */
  items: number;
  within: number;
  withinAlike: number;
  across: number;
  acrossAlike: number;
}

/**
 * ρ̄ of each provider: its voters' agreement with each other beyond their agreement with everybody else's,
 * `(A_within − A_across) / (1 − A_across)`, between 0 and 1. Voters that are right agree too: measured
 * against chance alone, any two good voters would look like one. Where nobody else voted on an item,
 * nothing is known, and kin count as one. So they do at first: what is seen on n items has the weight
 * n / (n + 10).
 */
export function measureKinship(poll: Poll): Kinship {
  const sights = poll.providers.map(
    (): Sight => ({ items: 0, within: 0, withinAlike: 0, across: 0, acrossAlike: 0 }),
  );
  for (const { cast } of poll.items) look(cast, sights);
  return sights.map(kinshipOf);
}

/** How many independent voters `k` kin are worth. */
export function effectiveVoters(k: number, kinship: number): number {
  return k / (1 + (k - 1) * kinship);
}

/** What each vote counts among those on its item: `n_eff / k` for each of k kin. */
export function discountsOf(cast: readonly CastVote[], kinship: Kinship): readonly number[] {
  const kin = countBy(cast, ({ provider }) => provider);
  return cast.map(({ provider }) => {
    const k = kin.get(provider) ?? 1;
    return effectiveVoters(k, kinship[provider] ?? 1) / k;
  });
}

function kinshipOf({ items, within, withinAlike, across, acrossAlike }: Sight): number {
  if (items === 0 || across === 0) return 1;
  const strangers = acrossAlike / across;
  const kin = withinAlike / within;
  const seen = strangers >= 1 ? 1 : Math.min(1, Math.max(0, (kin - strangers) / (1 - strangers)));
  return (doubt + seen * items) / (doubt + items);
}

function look(cast: readonly CastVote[], sights: readonly Sight[]): void {
  const all = countBy(cast, ({ label }) => label);
  for (const [provider, votes] of Map.groupBy(cast, (vote) => vote.provider)) {
    const sight = sights[provider];
    const k = votes.length;
    const strangers = cast.length - k;
    if (sight === undefined || k < 2 || strangers === 0) continue;
    sight.items += 1;
    sight.within += (k * (k - 1)) / 2;
    sight.across += k * strangers;
    for (const [label, own] of countBy(votes, (vote) => vote.label)) {
      sight.withinAlike += (own * (own - 1)) / 2;
      sight.acrossAlike += own * ((all.get(label) ?? own) - own);
    }
  }
}

function countBy(
  cast: readonly CastVote[],
  keyOf: (vote: CastVote) => number,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const vote of cast) counts.set(keyOf(vote), (counts.get(keyOf(vote)) ?? 0) + 1);
  return counts;
}
