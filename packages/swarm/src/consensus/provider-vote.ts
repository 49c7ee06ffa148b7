import { CodedError, compareText } from "@swarm-actions/core";
import type { Ballot, YesOrNo } from "./ballot.ts";
import { checkWeight } from "./check-vote.ts";

/** The one vote of a provider, however many voters carry its judgement. */
export interface ProviderVote {
  readonly provider: string;
  readonly vote: YesOrNo;
  /** The highest weight among its voters that voted; 0 when none did. */
  readonly weight: number;
}

/**
 * Collapses ballots into one vote a provider, in the order of the providers' names: yes if any of
 * its voters says yes, else no if any says no, else missing.
 * @throws CodedError `consensus/duplicate-voter`, `consensus/invalid-weight`.
 */
export function collapseBallots(ballots: readonly Ballot[]): readonly ProviderVote[] {
  const byProvider = new Map<string, ProviderVote>();
  const voters = new Set<string>();
  for (const ballot of ballots) {
    checkBallot(ballot, voters);
    voters.add(ballot.voter);
    const current = byProvider.get(ballot.provider);
    byProvider.set(ballot.provider, combine(current, ballot));
  }
  return [...byProvider.values()].sort((a, b) => compareText(a.provider, b.provider));
}

const strength: Readonly<Record<YesOrNo, number>> = { missing: 0, no: 1, yes: 2 };

function combine(current: ProviderVote | undefined, ballot: Ballot): ProviderVote {
  const weight = ballot.vote === "missing" ? 0 : ballot.weight;
  const { provider, vote } = ballot;
  if (current === undefined) return { provider, vote, weight };
  return {
    provider,
    vote: strength[vote] > strength[current.vote] ? vote : current.vote,
    weight: Math.max(weight, current.weight),
  };
}

function checkBallot(ballot: Ballot, voters: ReadonlySet<string>): void {
  if (voters.has(ballot.voter)) {
    throw new CodedError("consensus/duplicate-voter", `${ballot.voter} votes twice on one item`, {
      fix: "Give every voter a name of its own.",
      place: ballot.voter,
    });
  }
  checkWeight(ballot.weight, ballot.voter, ballot.voter);
}
