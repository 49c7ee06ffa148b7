import type { Kit } from "@swarm-actions/action-kit";
import { CodedError } from "@swarm-actions/core";
import {
  aggregate,
  type Collected,
  type ConsensusRule,
  type History,
  type RoundVerdict,
  readConsensusRule,
  votesOf,
} from "@swarm-actions/swarm";
import { readConfig } from "../shared/read-config.ts";
import type { CollectInputs } from "./collect-inputs.ts";
import { panelVotes } from "./review.ts";

/** What all votes come to. */
export interface Decided extends RoundVerdict {
  /** Why nothing could be made of the votes; null: it could, or there are none. */
  readonly refused: CodedError | null;
}

/**
 * What all votes come to; null: nobody was asked to vote. Votes that make no sense cost the verdict, and
 * never the results that they came with. Where a panel may be asked further, its findings
 * are voted on by those who made them, and those who did not.
 * @throws CodedError `git/…`, `config/…`
 */
export async function decideAll(
  kit: Kit,
  inputs: Pick<CollectInputs, "consensus" | "config" | "token">,
  collected: Collected,
  { reliability }: History,
): Promise<Decided> {
  const { tasks, results, plans } = collected;
  const own = votesOf(
    tasks,
    results.map(({ result }) => result),
  );
  const isAdaptive = plans[0]?.plan.note?.isAdaptive === true;
  const panel = isAdaptive ? await panelVotes(kit, inputs, collected, reliability) : null;
  const votes = [...own, ...(panel?.votes ?? [])];
  if (votes.length === 0) return { verdict: null, tasksOf: null, refused: null };
  try {
    const verdict = aggregate(votes, await ruleOf(kit, inputs), reliability);
    return { verdict, tasksOf: panel?.tasksOf ?? null, refused: null };
  } catch (thrown) {
    if (!(thrown instanceof CodedError && thrown.code.startsWith("consensus/"))) throw thrown;
    return { verdict: null, tasksOf: null, refused: thrown };
  }
}

async function ruleOf(
  kit: Kit,
  { consensus, config }: Pick<CollectInputs, "consensus" | "config">,
): Promise<ConsensusRule> {
  if (consensus !== null) return readConsensusRule(consensus);
  const { review } = await readConfig(kit.environment, config ?? ".github/swarm.yml");
  return review.consensus;
}
