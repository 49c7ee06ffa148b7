import type { Vote } from "../consensus/vote.ts";
import type { Json } from "../task.ts";

/** What a model, or anything that bills, used. */
export interface TaskUsage {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; null when the price is not known. */
  readonly costUsd: number | null;
}

export interface TaskError {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** What came of one task. A task without a result is missing, whatever was claimed. */
export interface TaskResult {
  readonly key: string;
  /** `failed`: the work was done and says no, such as a test that does not pass. */
  readonly status: "done" | "failed";
  readonly output: Json;
  /** What the task says on items that are voted on; empty for most work. */
  readonly votes: readonly Vote[];
  readonly error: TaskError | null;
  /** When it was begun, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly seconds: number;
  readonly usage: TaskUsage | null;
}

/** How a provider answered a worker: shared through pages, so that a dead one is not asked by all. */
export interface ProviderHealth {
  readonly provider: string;
  readonly asked: number;
  readonly failed: number;
  /** `open`: this worker no longer asks it. */
  readonly breaker: "closed" | "open";
  /** What it said last when it failed. */
  readonly reason: string | null;
  /** When it answered last, and failed last, in milliseconds since 1970; left out: it never did. */
  readonly answeredAt?: number;
  readonly failedAt?: number;
}

/** A block as one worker did it. */
export interface BlockSpan {
  /** `w3-b0`: the list and the place in it. */
  readonly block: string;
  readonly tasks: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly how: "own" | "stolen" | "speculative";
}

/** What a worker did beside its tasks, so far. */
export interface WorkerReport {
  readonly worker: number;
  readonly epoch: number;
  readonly attempt: number;
  /** When its job began, and its bill; milliseconds since 1970. Left out: not known. */
  readonly startedAt?: number;
  /** When it could begin, in milliseconds since 1970. */
  readonly readyAt: number;
  /** When it wrote this. */
  readonly at: number;
  /** Whether nothing was left to do; a worker that died never says so. */
  readonly isDone: boolean;
  /** Whether others may take over what is left of the last block; left out: they may not. */
  readonly offers?: boolean;
  readonly spans: readonly BlockSpan[];
  readonly claims: number;
  /** Claims that somebody else had before. */
  readonly conflicts: number;
  readonly steals: number;
  /** Seconds that a claim took, each. */
  readonly claimSeconds: readonly number[];
  readonly providers: readonly ProviderHealth[];
}

/** What a worker puts on the board each time: results that are new, and where it stands. */
export interface ResultPage {
  readonly version: 1;
  /** The digest of the plan that it works on. */
  readonly plan: string;
  readonly page: number;
  readonly results: readonly TaskResult[];
  readonly report: WorkerReport;
  /** Lines of its log that are new; left out: it keeps none. */
  readonly audit?: readonly string[];
}
