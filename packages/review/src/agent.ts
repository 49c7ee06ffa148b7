import type { ChangedFile } from "./change.ts";
import type { Category, Remark } from "./finding/model.ts";
import type { ReviewTask } from "./task.ts";

/** What a model, or anything that bills, used. */
export interface Usage {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; null when the price is not known. */
  readonly costUsd: number | null;
}

/** A hunk (index into `diff.hunks`) that the agent did not look at, and why. */
export interface SkippedHunk {
  readonly path: string;
  readonly hunk: number;
  readonly reason: string;
  /** Others were asked about it, and it was not: it has no say there, and nothing is lacking. */
  readonly isUnasked?: true;
}

/** Remarks the agent had to weaken or drop, counted by reason. */
export interface Correction {
  readonly kind: "demoted" | "dropped";
  readonly reason: string;
  readonly count: number;
}

export interface AgentAnswer {
  readonly remarks: readonly Remark[];
  /** Hunks of the task left unreviewed; everything else in the agent's scope counts as reviewed. */
  readonly skipped: readonly SkippedHunk[];
  readonly corrections: readonly Correction[];
  readonly usage: Usage | null;
  /** Values the agent met that must not leave the process, such as secrets; no report shows them. */
  readonly confidential?: readonly string[];
}

/** The one port through which every agent is asked. */
export interface Agent {
  /** Unique in a panel, kebab-case. */
  readonly name: string;
  readonly provider: string;
  /** The weight of its vote under the `weighted` rule; 1 is ordinary. */
  readonly weight: number;
  /** What it judges. Silent on these means "no"; on others it has no vote. */
  readonly categories: readonly Category[];
  /**
   * What its silence means where others speak: `no` (the default), or `missing` for an agent that
   * knows only rules of its own and so could not have said what the others said.
   */
  readonly silence?: "no" | "missing";
  /** Whether the file is in its scope. */
  covers(file: ChangedFile): boolean;
  /**
   * Starts loading what a review will need; called while the change is still being read. It is only a
   * head start: what goes wrong is for `review` to tell.
   */
  prepare?(): void;
  /** Fails with a coded error when the agent cannot work now; asked once before any task. */
  check?(signal: AbortSignal): Promise<void>;
  /** Must stop when `signal` aborts. Throws a coded error when it failed as a whole. */
  review(task: ReviewTask, signal: AbortSignal): Promise<AgentAnswer>;
}
