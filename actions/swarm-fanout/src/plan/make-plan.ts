import type { Kit } from "@swarm-actions/action-kit";
import {
  chooseTopology,
  type History,
  hostedRunners,
  localProcesses,
  type PlanOptions,
  planHierarchy,
  planMesh,
  planSwarm,
  type SwarmPlan,
} from "@swarm-actions/swarm";
import type { FoundWork } from "./find-work.ts";
import { meshAgents } from "./mesh-agents.ts";
import type { PlanInputs } from "./plan-inputs.ts";
import { priceOf } from "./price.ts";
import { withSeconds } from "./with-seconds.ts";

/** What a plan is made of. */
export interface PlanFacts {
  readonly found: FoundWork;
  readonly history: History;
  /** When this job began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Where the workers are. */
  readonly where: "jobs" | "processes";
}

/**
 * Who does what: the plan of the whole, then one for each group of a hierarchical swarm. Empty: there are
 * fewer tasks than a swarm is for.
 * @throws CodedError `plan/…`
 */
export async function makePlans(
  kit: Kit,
  inputs: PlanInputs,
  facts: PlanFacts,
): Promise<readonly SwarmPlan[]> {
  const { found, startedAt, where } = facts;
  const { tasks } = found;
  if (tasks.length < Math.max(1, inputs["min-tasks"] ?? 1)) return [];
  const price = priceOf(kit, inputs.runner ?? "ubuntu-latest", inputs["runner-price"]);
  const usual = where === "jobs" ? hostedRunners : localProcesses;
  const options = optionsOf(inputs, price.minute, usual);
  const made = await planAs(kit, inputs, withSeconds(facts.history, found), { tasks, options });
  const note = {
    startedAt,
    endedAt: Date.now(),
    runnerPrice: price.known,
    isAdaptive: inputs.topology === "adaptive",
    change: found.change,
  };
  return made.map((plan) => ({ ...plan, note }));
}

interface PlannedWork {
  readonly tasks: FoundWork["tasks"];
  readonly options: Partial<PlanOptions> & Pick<PlanOptions, "key">;
}

async function planAs(
  kit: Kit,
  inputs: PlanInputs,
  history: History,
  { tasks, options }: PlannedWork,
): Promise<readonly SwarmPlan[]> {
  const topology = chooseTopology({
    asked: inputs.topology,
    tasks: tasks.length,
    workers: inputs.workers,
    maxWorkers: inputs["max-workers"] ?? 20,
  });
  if (topology === "hierarchical") {
    const planned = planHierarchy(tasks, history, { ...options, groups: inputs.groups ?? "auto" });
    return [planned.top, ...planned.groups];
  }
  if (topology === "mesh") {
    return [planMesh(tasks, await meshAgents(kit, inputs), history, options)];
  }
  return [planSwarm(tasks, history, options)];
}

function optionsOf(
  inputs: PlanInputs,
  runnerPrice: number,
  usual: PlanOptions["usual"],
): PlannedWork["options"] {
  return {
    key: inputs.key,
    workers: inputs.workers,
    maxWorkers: inputs["max-workers"] ?? 20,
    maxBlocks: inputs["max-blocks"] ?? 200,
    maxCost: inputs["max-cost"],
    maxMinutes: inputs["max-minutes"],
    runnerPrice,
    waitingCost: inputs["waiting-cost"] ?? 0.5,
    mode: inputs.mode,
    blockSize: inputs["block-size"],
    usual,
  };
}
