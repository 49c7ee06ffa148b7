import {
  type Aggregation,
  aggregate,
  type Collected,
  type History,
  readConsensusRule,
  votesOf,
} from "@swarm-actions/swarm";

/** What all votes come to; null: nobody voted. @throws CodedError `consensus/…` */
export function decideVotes(
  { tasks, results }: Pick<Collected, "tasks" | "results">,
  consensus: string | null,
  { reliability }: History,
): Aggregation | null {
  const votes = votesOf(
    tasks,
    results.map(({ result }) => result),
  );
  return votes.length === 0
    ? null
    : aggregate(votes, readConsensusRule(consensus ?? "majority"), reliability);
}
