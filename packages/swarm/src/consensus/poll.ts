import { CodedError, compareText } from "@swarm-actions/core";
import { checkVote, named } from "./check-vote.ts";
import { twoProviders } from "./two-providers.ts";
import type { Vote } from "./vote.ts";

/** A vote that was cast; numbers are places in the poll's lists. */
export interface CastVote {
  readonly vote: Vote;
  readonly voter: number;
  readonly provider: number;
  readonly label: number;
  readonly weight: number;
}

export interface PollItem {
  readonly name: string;
  /** By voter. */
  readonly cast: readonly CastVote[];
  /** Voters that were asked and did not answer. */
  readonly absent: readonly number[];
}

interface PollVoter {
  readonly name: string;
  readonly provider: number;
}

/** All votes, put in order: the same votes in any order make the same poll. Lists are sorted by name. */
export interface Poll {
  readonly items: readonly PollItem[];
  readonly labels: readonly string[];
  readonly voters: readonly PollVoter[];
  readonly providers: readonly string[];
}

const mostLabels = 1000;

/**
 * @throws CodedError `consensus/duplicate-voter`, `consensus/invalid-weight`, `consensus/invalid-vote`,
 * `consensus/two-providers`, `consensus/too-many-labels`; each names the item or the voter.
 */
export function readPoll(votes: readonly Vote[]): Poll {
  const sorted = [...votes].sort(
    (a, b) => compareText(a.item, b.item) || compareText(a.voter, b.voter),
  );
  for (const vote of sorted) checkVote(vote);
  const owners = providersOf(sorted);
  const providers = placesOf(owners.values());
  const labels = labelsOf(sorted);
  const voters = [...owners]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, owner]): PollVoter => ({ name, provider: providers.get(owner) ?? 0 }));
  const items = itemsOf(sorted, voters, labels);
  return { items, labels: [...labels.keys()], voters, providers: [...providers.keys()] };
}

/** The provider of each voter: what any of its votes names, else its own name. */
function providersOf(votes: readonly Vote[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string | undefined>();
  for (const { voter, provider } of votes) {
    const known = owners.get(voter);
    if (known !== undefined && provider !== undefined && known !== provider) {
      throw twoProviders(voter, [known, provider], voter);
    }
    owners.set(voter, known ?? provider);
  }
  return new Map([...owners].map(([voter, provider]) => [voter, provider ?? voter]));
}

function labelsOf(votes: readonly Vote[]): ReadonlyMap<string, number> {
  const labels = new Set<string>();
  for (const { item, voter, label, ranking = [] } of votes) {
    if (label !== null) for (const one of [label, ...ranking]) labels.add(one);
    if (labels.size <= mostLabels) continue;
    const message = `there are more than ${mostLabels} labels by the vote of ${named(voter)} on ${named(item)}`;
    throw new CodedError("consensus/too-many-labels", message, {
      fix: "Vote on labels that voters have in common, not on free text.",
      place: item,
    });
  }
  return placesOf(labels);
}

function placesOf(names: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].sort(compareText).map((name, place) => [name, place]));
}

function itemsOf(
  sorted: readonly Vote[],
  voters: readonly PollVoter[],
  labels: ReadonlyMap<string, number>,
): readonly PollItem[] {
  const places = new Map(voters.map(({ name }, place) => [name, place]));
  const items: { name: string; cast: CastVote[]; absent: number[] }[] = [];
  let last: Vote | undefined;
  for (const vote of sorted) {
    if (vote.item !== last?.item) items.push({ name: vote.item, cast: [], absent: [] });
    else if (vote.voter === last.voter) throw duplicate(vote);
    last = vote;
    const voter = places.get(vote.voter) ?? 0;
    const label = vote.label === null ? undefined : labels.get(vote.label);
    const item = items.at(-1);
    if (label === undefined) item?.absent.push(voter);
    else {
      const provider = voters[voter]?.provider ?? 0;
      item?.cast.push({ vote, voter, provider, label, weight: vote.weight ?? 1 });
    }
  }
  return items;
}

function duplicate({ item, voter }: Vote): CodedError {
  return new CodedError(
    "consensus/duplicate-voter",
    `${named(voter)} votes twice on ${named(item)}`,
    { fix: "Give every voter a name of its own.", place: item },
  );
}
