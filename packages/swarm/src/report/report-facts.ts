import type { TaskResult, WorkerReport } from "../collect/result.ts";
import type { Aggregation } from "../consensus/verdict.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import type { SwarmCoverage, SwarmOutcome, SwarmReport } from "./swarm-report.ts";

/** A result, and which worker it is from. */
export interface WorkerResult {
  readonly worker: number;
  readonly epoch: number;
  readonly attempt: number;
  readonly result: TaskResult;
}

/** What was found on the board, of all rounds. */
export interface CollectedFacts {
  readonly outcome: SwarmOutcome;
  /** One sentence; null when it is complete. */
  readonly reason: string | null;
  readonly coverage: SwarmCoverage;
  /** One a task that is done: the one that counts. */
  readonly results: readonly WorkerResult[];
  /** Those that somebody else had given before. */
  readonly duplicates: readonly WorkerResult[];
  /** The last report of each worker in each round and attempt. */
  readonly workers: readonly WorkerReport[];
}

/** A job beside the workers, such as the one that planned. Milliseconds since 1970. */
export interface JobTimes {
  readonly job: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** All that a report is made of. */
export interface ReportFacts {
  /** By epoch, first the first; the report's choice of workers is that of the first. At least one. */
  readonly plans: readonly SwarmPlan[];
  /** Of the first plan. */
  readonly digest: string;
  readonly collected: CollectedFacts;
  /** Null: nothing was voted on. */
  readonly verdict: Aggregation | null;
  /** `jobs`: each worker is a job of its own, with its own bill. `processes`: all are in one job. */
  readonly workersAre: "jobs" | "processes";
  /** Jobs that are billed and are no workers: that of the plan, or the one that all workers are in. */
  readonly jobs: readonly JobTimes[];
  /** US dollars a minute of a runner; null: not known. */
  readonly runnerPrice: number | null;
  readonly apiRequests: number | null;
  /** Left out: GitHub told of none. */
  readonly apiLimit?: SwarmReport["apiLimit"];
}
