import type { Kit } from "@swarm-actions/action-kit";
import {
  type Collected,
  type ConsensusRule,
  type DecidedRound,
  decideRound,
  type History,
  readConsensusRule,
} from "@swarm-actions/swarm";
import { readConfig } from "../shared/read-config.ts";
import type { CollectInputs } from "./collect-inputs.ts";
import { panelVotes } from "./review.ts";

/**
 * What all votes come to. Where a panel may be asked further, its findings are voted on as well.
 * @throws CodedError `git/…`, `config/…`
 */
export async function decideAll(
  kit: Kit,
  inputs: Pick<CollectInputs, "consensus" | "config" | "token">,
  collected: Collected,
  history: History,
): Promise<DecidedRound> {
  const isAdaptive = collected.plans[0]?.plan.note?.isAdaptive === true;
  const panel = isAdaptive ? await panelVotes(kit, inputs, collected, history.reliability) : null;
  return decideRound(collected, panel, () => ruleOf(kit, inputs), history);
}

async function ruleOf(
  kit: Kit,
  { consensus, config }: Pick<CollectInputs, "consensus" | "config">,
): Promise<ConsensusRule> {
  if (consensus !== null) return readConsensusRule(consensus);
  const { review } = await readConfig(kit.environment, config);
  return review.consensus;
}
