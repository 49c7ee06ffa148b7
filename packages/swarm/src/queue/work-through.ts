import type { WorkerReport } from "../collect/result.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import type { Board } from "./board.ts";
import type { Clock } from "./clock.ts";
import type { TaskRunner } from "./task-runner.ts";
import { Worker } from "./worker.ts";

export interface WorkOptions {
  /** Its number in the matrix, from 0. */
  readonly worker: number;
  readonly attempt: number;
  readonly board: Board;
  readonly runner: TaskRunner;
  readonly clock: Clock;
  /** 0–1, evenly. */
  readonly random: () => number;
  /** When its job began, in milliseconds since 1970; left out: not known. */
  readonly startedAt?: number;
  /** Stops it; results so far are put up all the same. */
  readonly signal: AbortSignal;
}

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
