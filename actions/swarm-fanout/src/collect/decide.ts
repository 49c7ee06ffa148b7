import type { Kit } from "@swarm-actions/action-kit";
import {
  type Aggregation,
  aggregate,
  type Collected,
  type ConsensusRule,
  type History,
  readConsensusRule,
  votesOf,
} from "@swarm-actions/swarm";
import { readConfig } from "../shared/read-config.ts";
import type { CollectInputs } from "./collect-inputs.ts";

/** What all votes come to; null: nobody was asked to vote. @throws CodedError `consensus/…` */
export async function decideAll(
  kit: Kit,
  inputs: Pick<CollectInputs, "consensus" | "config">,
  { tasks, results }: Pick<Collected, "tasks" | "results">,
  { reliability }: History,
): Promise<Aggregation | null> {
  const votes = votesOf(
    tasks,
    results.map(({ result }) => result),
  );
  if (votes.length === 0) return null;
  return aggregate(votes, await ruleOf(kit, inputs), reliability);
}

async function ruleOf(
  kit: Kit,
  { consensus, config }: Pick<CollectInputs, "consensus" | "config">,
): Promise<ConsensusRule> {
  if (consensus !== null) return readConsensusRule(consensus);
  const { review } = await readConfig(kit.environment, config ?? ".github/swarm.yml");
  return review.consensus;
}
