import type { WorkerReport } from "../collect/result.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import type { WorkOptions } from "./work-options.ts";
import { Worker } from "./worker.ts";

/**
 * Works on a plan until nothing is left to do: claims blocks and does their tasks, steals, takes over what
 * others are stuck in, and puts results up meanwhile. Where the board cannot be reached it goes on alone.
 * A task that failed to have a result here stays missing, and is done again in a later round.
 * @throws CodedError of the board when results cannot be put up even at the end; of the runner when it
 * cannot work at all
 */
export async function workThrough(plan: SwarmPlan, options: WorkOptions): Promise<WorkerReport> {
  const worker = new Worker(plan, options);
  return worker.work();
}
