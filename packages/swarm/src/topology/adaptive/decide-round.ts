import { CodedError } from "@swarm-actions/core";
import type { Collected } from "../../collect/collector.ts";
import { aggregate } from "../../consensus/aggregate.ts";
import type { ConsensusRule } from "../../consensus/consensus-rule.ts";
import type { Vote } from "../../consensus/vote.ts";
import type { History } from "../../history/history.ts";
import { votesOf } from "../votes-of.ts";
import type { RoundVerdict } from "./round-facts.ts";

/** What all votes come to. */
export interface DecidedRound extends RoundVerdict {
  /** Why nothing could be made of the votes; null: it could, or there are none. */
  readonly refused: CodedError | null;
}

/** Votes on the findings of a panel, by those who made them and those who did not. */
export interface PanelVotes extends Pick<RoundVerdict, "tasksOf"> {
  readonly votes: readonly Vote[];
}

/**
 * What all votes come to; of nothing, where nobody voted. Votes that make no sense cost the verdict, and
 * never the results that they came with.
 * @param panel of one that may be asked further; null: only the results vote
 * @param ruleOf asked where somebody voted
 * @throws whatever `ruleOf` does, but for CodedError `consensus/…`
 */
export async function decideRound(
  { tasks, results }: Pick<Collected, "tasks" | "results">,
  panel: PanelVotes | null,
  ruleOf: () => ConsensusRule | Promise<ConsensusRule>,
  { reliability }: Pick<History, "reliability">,
): Promise<DecidedRound> {
  const own = votesOf(
    tasks,
    results.map(({ result }) => result),
  );
  const votes = [...own, ...(panel?.votes ?? [])];
  if (votes.length === 0) return { verdict: null, tasksOf: null, refused: null };
  try {
    const verdict = aggregate(votes, await ruleOf(), reliability);
    return { verdict, tasksOf: panel?.tasksOf ?? null, refused: null };
  } catch (thrown) {
    if (!(thrown instanceof CodedError && thrown.code.startsWith("consensus/"))) throw thrown;
    return { verdict: null, tasksOf: null, refused: thrown };
  }
}
