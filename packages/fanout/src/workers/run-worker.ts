import {
  auditBoard,
  type MeshRules,
  meshThrough,
  type SwarmPlan,
  type TaskRunner,
  type WorkerReport,
  type WorkOptions,
  workThrough,
} from "@swarm-actions/swarm";
import { findPlan, type SwarmOnBoard } from "../boards/plans.ts";
import { systemClock } from "./system-clock.ts";
import { tellTroubles } from "./tell-troubles.ts";

export interface WorkerJob extends SwarmOnBoard {
  readonly epoch: number;
  readonly worker: number;
  /** Makes what does the tasks; asked once, when the plan is known. */
  readonly makeRunner: (plan: SwarmPlan) => TaskRunner | Promise<TaskRunner>;
  /** When its job began, in milliseconds since 1970; left out: not known. */
  readonly startedAt?: number;
  /** How agents of a mesh read each other; left out: each answers once. */
  readonly mesh?: MeshSetting;
  /** Told what went wrong and was borne. */
  readonly onTrouble: (trouble: string) => void;
  readonly signal: AbortSignal;
}

/** A quorum of null: two thirds of the agents. */
interface MeshSetting extends Omit<MeshRules, "agents" | "quorum"> {
  readonly quorum: number | null;
}

/** Each answers once, and nobody waits. */
const once: MeshSetting = { rounds: 1, quorum: null, deadlineSeconds: 0 };
/** Between two looks at what peers answered. */
const lookSeconds = 2;

/**
 * Works on a plan from the board until nothing is left to do: what a job of the matrix does, and a local
 * process. Whether the runner can work at all is checked before anything is claimed.
 * @throws CodedError of the board, of the plan, of the runner
 */
export async function runWorker(job: WorkerJob): Promise<WorkerReport> {
  const { worker, attempt, epoch, signal, startedAt } = job;
  const { plan } = await findPlan(job, epoch, signal);
  const troubles = tellTroubles(job.onTrouble);
  const runner = troubles.runner(await job.makeRunner(plan));
  await runner.check(signal);
  const board = auditBoard(troubles.board(job.board), job.key, () => new Date().toISOString());
  const options: WorkOptions = {
    board,
    worker,
    attempt,
    runner,
    signal,
    clock: systemClock,
    random: Math.random,
    ...(startedAt === undefined ? {} : { startedAt }),
  };
  if (plan.topology !== "mesh") return workThrough(plan, options);
  const mesh = job.mesh ?? once;
  const rules = { ...mesh, quorum: mesh.quorum ?? Math.ceil((2 * plan.lists.length) / 3) };
  return (await meshThrough(plan, { ...options, rules, lookSeconds })).report;
}
