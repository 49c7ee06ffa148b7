import {
  type Collected,
  type DecidedRound,
  decideRound,
  type History,
  readConsensusRule,
} from "@swarm-actions/swarm";
import { panelVotes } from "./review-panel.ts";
import type { RunSettings } from "./run-folder.ts";

/** What all votes come to. Where a panel may be asked further, its findings are voted on as well. */
export async function decideRun(
  collected: Collected,
  { work, consensus, directory }: RunSettings,
  folder: string,
  history: History,
): Promise<DecidedRound> {
  const isAsked = work.kind === "panel" && collected.plans[0]?.plan.note?.isAdaptive === true;
  const panel = isAsked ? await panelVotes(work, directory, folder, collected, history) : null;
  return decideRound(collected, panel, () => readConsensusRule(consensus ?? "majority"), history);
}
