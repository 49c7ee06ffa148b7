import type { Kit } from "@swarm-actions/action-kit";
import {
  type History,
  hostedRunners,
  localProcesses,
  planSwarm,
  type SwarmPlan,
} from "@swarm-actions/swarm";
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

/** Who does what; null: there are fewer tasks than a swarm is for. @throws CodedError `plan/…` */
export function makePlan(kit: Kit, inputs: PlanInputs, facts: PlanFacts): SwarmPlan | null {
  const { found, history, startedAt, where } = facts;
  const least = Math.max(1, inputs["min-tasks"] ?? 1);
  if (found.tasks.length < least) return null;
  const price = priceOf(kit, inputs.runner ?? "ubuntu-latest", inputs["runner-price"]);
  const made = planSwarm(found.tasks, withSeconds(history, found), {
    key: inputs.key,
    workers: inputs.workers,
    maxWorkers: inputs["max-workers"] ?? 20,
    maxBlocks: inputs["max-blocks"] ?? 200,
    maxCost: inputs["max-cost"],
    maxMinutes: inputs["max-minutes"],
    runnerPrice: price.minute,
    waitingCost: inputs["waiting-cost"] ?? 0.5,
    mode: inputs.mode,
    blockSize: inputs["block-size"],
    usual: where === "jobs" ? hostedRunners : localProcesses,
  });
  const note = {
    startedAt,
    endedAt: Date.now(),
    runnerPrice: price.known,
    isAdaptive: inputs.topology === "adaptive",
    change: found.change,
  };
  return { ...made, note };
}
