import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { PanelNames } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";
import { visibleLine } from "@swarm-actions/display";
import { findRepository } from "@swarm-actions/git";
import {
  decodeHistory,
  encodePlan,
  type History,
  hostedRunners,
  localProcesses,
  noHistory,
  type PlanOptions,
  planTopology,
  runnerPrice,
  type SwarmPlan,
} from "@swarm-actions/swarm";
import { findConfig } from "../../config/find-config.ts";
import { print } from "../../print.ts";
import { readText } from "../../read-text.ts";
import { panelAgents } from "../panel-agents.ts";
import { withReports } from "../with-reports.ts";
import { tasksToPlan } from "./find-tasks.ts";
import type { PlanCommandOptions } from "./options.ts";
import { planAsText } from "./show-plan.ts";

/** Plans, and prints the plan. @throws CodedError `plan/…`, `tasks/…`, `swarm/…` */
export async function showPlanOf(
  file: string | null,
  options: PlanCommandOptions,
  directory: string,
): Promise<void> {
  const found = await tasksToPlan(file, options, directory);
  const history = await historyOf(options, directory);
  const { top, groups } = planTopology(found.tasks, withReports(history, found), {
    ...planOptions(options),
    asked: options.topology,
    groups: options.groups ?? "auto",
    ...(await agentsOf(options, directory)),
  });
  const show = options.format === "json" ? asLine : planAsText;
  await print([top, ...groups].map(show).join(options.format === "json" ? "" : "\n"));
}

function asLine(plan: SwarmPlan): string {
  return `${encodePlan(plan)}\n`;
}

/** Parts of a change are for the panel of the settings; a program has the agents that are named. */
async function agentsOf(
  { topology, source, agents = [], config }: PlanCommandOptions,
  directory: string,
): Promise<PanelNames> {
  const isAsked = topology === "mesh" || topology === "adaptive";
  if (!isAsked || source !== "hunks") return { agents, always: [] };
  const top = (await findRepository(directory))?.top ?? null;
  return panelAgents(directory, findConfig(directory, top, config), agents);
}

async function historyOf(
  { history: file }: PlanCommandOptions,
  directory: string,
): Promise<History> {
  if (file === undefined) return noHistory;
  const { history, notice } = decodeHistory(await readText(resolve(directory, file), "--history"));
  if (notice !== null) process.stderr.write(`${visibleLine(`${file}: ${notice}`)}\n`);
  return history;
}

function planOptions(options: PlanCommandOptions): Partial<PlanOptions> & { readonly key: string } {
  const { workers, waitingCost, mode, maxCost = null, maxMinutes = null } = options;
  return {
    key: "swarm",
    workers,
    waitingCost,
    mode,
    maxCost,
    maxMinutes,
    blockSize: options.blockSize ?? null,
    ...(options.local === true ? here(options) : onRunners(options)),
  };
}

/** One's own machine costs nothing, and does no more at once than it has processors. */
function here({ maxWorkers, runnerPrice: price = 0 }: PlanCommandOptions) {
  return {
    maxWorkers: Math.min(maxWorkers, availableParallelism()),
    runnerPrice: price,
    besideMinutes: 0,
    usual: localProcesses,
  };
}

function onRunners({ maxWorkers, runner, runnerPrice: price }: PlanCommandOptions) {
  const known = price ?? runnerPrice(runner);
  if (known === null) throw unknownRunner(runner);
  return { maxWorkers, runnerPrice: known, usual: hostedRunners };
}

function unknownRunner(label: string): CodedError {
  return new CodedError("swarm/unknown-runner", `the price of "${label}" is not known`, {
    fix: "Say what a minute of it costs with --runner-price.",
    place: "--runner",
  });
}
