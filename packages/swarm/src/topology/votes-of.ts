import type { TaskResult } from "../collect/result.ts";
import type { Vote } from "../consensus/vote.ts";
import type { Task } from "../task.ts";
import { agentOf } from "./mesh/mesh-key.ts";

/**
 * The votes of all results. Where agents of a mesh, or those who were asked later, vote by one name on one
 * item, each gets a name of its own, such as `reviewer@w2`: they answered each for itself.
 */
export function votesOf(tasks: readonly Task[], results: readonly TaskResult[]): readonly Vote[] {
  const agents = new Map(tasks.map((task) => [task.key, nameOf(task)]));
  const cast = results.flatMap(({ key, votes }) =>
    votes.map((vote) => ({ vote, agent: agents.get(key) ?? null })),
  );
  const shared = sharedVoters(cast);
  return cast.map(({ vote, agent }) =>
    agent !== null && agent !== vote.voter && shared.has(vote.voter)
      ? { ...vote, voter: `${vote.voter}@${agent}` }
      : vote,
  );
}

interface CastVote {
  readonly vote: Vote;
  /** Who answered the task; null: anybody did. */
  readonly agent: string | null;
}

/** The one agent that was asked, else its number in a mesh. */
function nameOf({ key, asks = [] }: Task): string | null {
  const [only, other] = asks;
  if (only !== undefined && other === undefined) return only;
  return agentOf(key);
}

/** Names by which several agents vote. */
function sharedVoters(cast: readonly CastVote[]): ReadonlySet<string> {
  const first = new Map<string, string | null>();
  const shared = new Set<string>();
  for (const { vote, agent } of cast) {
    const known = first.get(vote.voter);
    if (known === undefined) first.set(vote.voter, agent);
    else if (known !== agent) shared.add(vote.voter);
  }
  return shared;
}
