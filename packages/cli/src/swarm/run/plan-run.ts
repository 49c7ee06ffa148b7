import { availableParallelism } from "node:os";
import type { PanelNames } from "@swarm-actions/config";
import {
  type Collected,
  type History,
  localProcesses,
  planNext,
  planTopology,
  type SwarmPlan,
} from "@swarm-actions/swarm";
import { panelAgents } from "../panel-agents.ts";
import { withReports } from "../with-reports.ts";
import { decideRun } from "./decide-run.ts";
import type { FoundWork } from "./find-work.ts";
import type { RunOptions } from "./options.ts";
import type { RunSettings } from "./run-folder.ts";

/** The one swarm of a folder. */
export const swarmKey = "swarm";

/** Processes of one's own machine cost nothing, so that as many as help are worth it. */
const local = { runnerPrice: 0, besideMinutes: 0, usual: localProcesses } as const;

/** Who does what. @throws CodedError `plan/…`, `config/…` */
export async function planRun(
  found: FoundWork,
  history: History,
  options: RunOptions,
  { directory, startedAt }: { readonly directory: string; readonly startedAt: number },
): Promise<SwarmPlan> {
  const { workers, topology: asked, blockSize = null } = options;
  const { top, agents } = planTopology(found.tasks, withReports(history, found), {
    ...local,
    asked,
    groups: "auto",
    ...(await agentsOf(found, options, directory)),
    key: swarmKey,
    workers,
    maxWorkers: availableParallelism(),
    // `--max-minutes` ends the run, however long what nobody has seen yet was expected to take.
    maxMinutes: null,
    blockSize,
  });
  if (asked !== "adaptive") return top;
  const times = { startedAt, endedAt: Date.now() };
  const note = { ...times, runnerPrice: null, isAdaptive: true, agents, change: null };
  return { ...top, note };
}

/** A program has the agents that are named. */
async function agentsOf(
  { work }: FoundWork,
  { topology, agents = [] }: RunOptions,
  directory: string,
): Promise<PanelNames> {
  const isAsked = topology === "mesh" || topology === "adaptive";
  if (isAsked && work.kind === "panel") return panelAgents(directory, work.config, work.agents);
  return { agents: isAsked ? agents : [], always: [] };
}

/** A further plan, for what has no result or is uncertain; null: there is nothing to do any more. */
export async function planFurther(
  collected: Collected,
  history: History,
  settings: RunSettings,
  { folder, startedAt }: { readonly folder: string; readonly startedAt: number },
): Promise<SwarmPlan | null> {
  const next = planNext(collected, {
    ...(await decideRun(collected, settings, folder, history)),
    history,
    // Whoever asks has counted the rounds.
    roundsLeft: 1,
    certainty: settings.certainty,
    spentUsd: null,
    roundMinutes: 0,
    startedAt,
    endedAt: Date.now(),
    usual: localProcesses,
  });
  return next.do === "again" ? next.plan : null;
}
