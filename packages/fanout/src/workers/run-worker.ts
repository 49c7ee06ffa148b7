import type { SwarmPlan, TaskRunner, WorkerReport } from "@swarm-actions/swarm";
import { auditBoard, workThrough } from "@swarm-actions/swarm";
import { findPlan, type SwarmOnBoard } from "../boards/plans.ts";
import { systemClock } from "./system-clock.ts";

export interface WorkerJob extends SwarmOnBoard {
  readonly epoch: number;
  readonly worker: number;
  /** Makes what does the tasks; asked once, when the plan is known. */
  readonly makeRunner: (plan: SwarmPlan) => TaskRunner | Promise<TaskRunner>;
  /** When its job began, in milliseconds since 1970; left out: not known. */
  readonly startedAt?: number;
  readonly signal: AbortSignal;
}

/**
 * Works on a plan from the board until nothing is left to do: what a job of the matrix does, and a local
 * process. Whether the runner can work at all is checked before anything is claimed.
 * @throws CodedError of the board, of the plan, of the runner
 */
export async function runWorker(job: WorkerJob): Promise<WorkerReport> {
  const { worker, attempt, epoch, signal, startedAt } = job;
  const { plan } = await findPlan(job, epoch, signal);
  const runner = await job.makeRunner(plan);
  await runner.check(signal);
  const board = auditBoard(job.board, job.key, () => new Date().toISOString());
  return workThrough(plan, {
    board,
    worker,
    attempt,
    runner,
    ...(startedAt === undefined ? {} : { startedAt }),
    signal,
    clock: systemClock,
    random: Math.random,
    ...(startedAt === undefined ? {} : { startedAt }),
  });
}
