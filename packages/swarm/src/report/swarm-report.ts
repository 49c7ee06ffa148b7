import type { ProviderHealth, TaskUsage, WorkerReport } from "../collect/result.ts";
import type { Aggregation } from "../consensus/verdict.ts";
import type { ApiUse, Topology, WorkerChoice } from "../plan/plan.ts";

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

/** What it took, measured. Seconds unless it says otherwise; null: there was nothing to measure it by. */
export interface SwarmFigures {
  /** From the first worker that was ready to the last result. */
  readonly makespan: number | null;
  /** Of these tasks, as long as they really lasted, on these workers, as they really were ready. */
  readonly lowerBound: number | null;
  /** The makespan over the lower bound. */
  readonly rho: number | null;
  /** What the tasks lasted together, each counted once. */
  readonly taskSeconds: number;
  /** Everything but task time, over all time of all workers, 0–1. Work done twice counts once. */
  readonly overhead: number | null;
  readonly claims: number;
  readonly conflicts: number;
  readonly steals: number;
  /** Copies of blocks of others, made for fear that those would not end. */
  readonly speculations: number;
  /** Results that somebody else had given before. */
  readonly duplicates: number;
  /** Tasks that were handed out again, each time counted. */
  readonly retries: number;
  /** Of all jobs together. `at-least`: some job did not tell when it began, or died. */
  readonly billed: "all" | "at-least";
  readonly billedMinutes: number;
  /** Billed and not used: what rounding up each job to a minute costs. */
  readonly wasteMinutes: number;
  /** Of the runners, in US dollars; null: their price is not known. */
  readonly costUsd: number | null;
}

/** What one job is billed for. */
export interface JobBill {
  /** Such as `worker 3`, `plan`. */
  readonly job: string;
  readonly seconds: number;
  /** The seconds, rounded up to whole minutes. */
  readonly minutes: number;
  /** `at-least`: it did not tell when it began, or it died, so that it lasted longer than is known. */
  readonly known: "all" | "at-least";
}

/** What everything that bills used, with what was thrown away. */
export interface SwarmUsage extends TaskUsage {
  /** Tasks whose price is not known: the cost is without them. */
  readonly unpriced: number;
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
  readonly jobs: readonly JobBill[];
  readonly providers: readonly ProviderHealth[];
  readonly figures: SwarmFigures;
  readonly usage: SwarmUsage | null;
  /** Null: nothing was voted on. */
  readonly verdict: Aggregation | null;
  /** Requests to GitHub's API by all jobs that told; null: none told. */
  readonly apiRequests: number | null;
  /** The limit of them that came nearest to its end, and what was left of it; null: GitHub told of none. */
  readonly apiLimit: ApiUse["limit"];
}
