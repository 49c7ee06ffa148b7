import { CodedError } from "@swarm-actions/core";
import {
  aggregate,
  type Collected,
  type History,
  type RoundVerdict,
  readConsensusRule,
  votesOf,
} from "@swarm-actions/swarm";
import { panelVotes } from "./review-panel.ts";
import type { RunSettings } from "./run-folder.ts";

/** What all votes come to. */
export interface DecidedRound extends RoundVerdict {
  /** Why nothing could be made of the votes; null: it could, or there are none. */
  readonly refused: CodedError | null;
}

/**
 * What all votes come to; of nothing, where nobody voted. Votes that make no sense cost the verdict, and
 * never the results that they came with. Where a panel may be asked further, its findings are voted on by
 * those who made them, and those who did not.
 */
export async function decideRound(
  collected: Collected,
  { work, consensus, directory }: RunSettings,
  folder: string,
  history: History,
): Promise<DecidedRound> {
  const { tasks, results, plans } = collected;
  const own = votesOf(
    tasks,
    results.map(({ result }) => result),
  );
  const isAsked = work.kind === "panel" && plans[0]?.plan.note?.isAdaptive === true;
  const panel = isAsked ? await panelVotes(work, directory, folder, collected, history) : null;
  const votes = [...own, ...(panel?.votes ?? [])];
  if (votes.length === 0) return { verdict: null, tasksOf: null, refused: null };
  try {
    const rule = readConsensusRule(consensus ?? "majority");
    const verdict = aggregate(votes, rule, history.reliability);
    return { verdict, tasksOf: panel?.tasksOf ?? null, refused: null };
  } catch (thrown) {
    if (!(thrown instanceof CodedError && thrown.code.startsWith("consensus/"))) throw thrown;
    return { verdict: null, tasksOf: null, refused: thrown };
  }
}
