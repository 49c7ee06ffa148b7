import type { Kit } from "@swarm-actions/action-kit";
import {
  type History,
  hostedRunners,
  localProcesses,
  planTopology,
  type SwarmPlan,
  type TopologyOptions,
} from "@swarm-actions/swarm";
import { agentsOf } from "./agents-of.ts";
import type { FoundWork } from "./find-work.ts";
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
  const agents = await agentsOf(kit, inputs);
  const planned = planTopology(tasks, withSeconds(facts.history, found), { ...options, ...agents });
  const isAdaptive = inputs.topology === "adaptive";
  if (isAdaptive && planned.agents.length === 0) tellNobody(kit);
  const maxCost = inputs["max-cost"];
  const note = {
    startedAt,
    endedAt: Date.now(),
    runnerPrice: price.known,
    isAdaptive,
    ...(isAdaptive ? { agents: planned.agents } : {}),
    ...(maxCost === null ? {} : { maxCost }),
    change: found.change,
    api: found.api,
  };
  // A group's own rounds do what is missing; who is asked further is for the whole to decide.
  const noteOfGroup = { ...note, isAdaptive: false };
  const groups = planned.groups.map((plan) => ({ ...plan, note: noteOfGroup }));
  return [{ ...planned.top, note }, ...groups];
}

function tellNobody(kit: Kit): void {
  const text =
    "Nobody is known by name who could be asked further: what is missing is done again, and no more. Name the agents with `agents`.";
  kit.annotate({ level: "notice", title: "No agents", text });
}

function optionsOf(
  inputs: PlanInputs,
  runnerPrice: number,
  usual: NonNullable<TopologyOptions["usual"]>,
): Omit<TopologyOptions, "agents" | "always"> {
  return {
    key: inputs.key,
    asked: inputs.topology,
    groups: inputs.groups ?? "auto",
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
