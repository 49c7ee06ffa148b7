import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { CodedError } from "@swarm-actions/core";
import { visibleLine } from "@swarm-actions/display";
import {
  decodeHistory,
  encodePlan,
  type History,
  hostedRunners,
  localProcesses,
  noHistory,
  type PlanOptions,
  planSwarm,
  runnerPrice,
} from "@swarm-actions/swarm";
import { print } from "../../print.ts";
import { readText } from "../../read-text.ts";
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
  const plan = planSwarm(found.tasks, withReports(history, found), planOptions(options));
  await print(options.format === "json" ? `${encodePlan(plan)}\n` : planAsText(plan));
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
