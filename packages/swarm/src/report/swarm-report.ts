import type { ProviderHealth, TaskUsage, WorkerReport } from "../collect/result.ts";
import type { Aggregation } from "../consensus/verdict.ts";
import type { Topology, WorkerChoice } from "../plan/plan.ts";

/** `partial`: some tasks have no result. `failed`: none has, or fewer than were asked for. */
export type SwarmOutcome = "complete" | "partial" | "failed";

export interface MissingTask {
  readonly key: string;
  /** Such as `worker 3 died after it claimed it`, `nobody came to it`, `its result was refused: …`. */
  readonly why: string;
}

/** Every task, accounted for. */
export interface SwarmCoverage {
  readonly tasks: number;
  readonly done: number;
  /** Done, and the work said no. */
  readonly failed: readonly string[];
  readonly missing: readonly MissingTask[];
}

/** What it took, measured. Seconds unless it says otherwise. */
export interface SwarmFigures {
  /** From the first worker that was ready to the last result. */
  readonly makespan: number;
  /** Of these tasks, as long as they really lasted, on these workers, as they really were ready. */
  readonly lowerBound: number;
  readonly rho: number;
  readonly taskSeconds: number;
  /** Everything but task time, over all time of all workers, 0–1. */
  readonly overhead: number;
  readonly claims: number;
  readonly conflicts: number;
  readonly steals: number;
  /** Results that somebody else had given before. */
  readonly duplicates: number;
  readonly billedMinutes: number;
  /** Billed and not worked: what rounding up each job to a minute costs. */
  readonly wasteMinutes: number;
  readonly costUsd: number;
}

/** What happened, from the plan to the verdict: what the dashboard shows and the one artifact holds. */
export interface SwarmReport {
  readonly version: 1;
  readonly key: string;
  readonly topology: Topology;
  readonly mode: "queue" | "static";
  readonly plan: { readonly digest: string; readonly choice: WorkerChoice };
  readonly outcome: SwarmOutcome;
  /** One sentence: why it is not complete; null when it is. */
  readonly reason: string | null;
  readonly coverage: SwarmCoverage;
  /** How many rounds there were; one when nothing had to be done again. */
  readonly rounds: number;
  readonly workers: readonly WorkerReport[];
  readonly providers: readonly ProviderHealth[];
  readonly figures: SwarmFigures;
  readonly usage: TaskUsage | null;
  /** Null: nothing was voted on. */
  readonly verdict: Aggregation | null;
  /** Requests to GitHub's API by all jobs that told. */
  readonly apiRequests: number;
}
