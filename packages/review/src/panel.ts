import type { SkippedHunk } from "./agent.ts";
import type { Category, Remark } from "./finding/model.ts";
import type { AgentReport } from "./result.ts";
import type { ReviewTask } from "./task.ts";

/** One agent's part in a review, failed or not. */
export interface PanelMember {
  readonly name: string;
  readonly provider: string;
  readonly weight: number;
  readonly categories: readonly Category[];
  /** See `Agent`; default `no`. */
  readonly silence?: "no" | "missing";
  /** Paths of the task that the agent covers; it has no vote elsewhere. Empty when it failed. */
  readonly coveredPaths: readonly string[];
  readonly remarks: readonly Remark[];
  readonly skipped: readonly SkippedHunk[];
  readonly report: AgentReport;
}

/** Asks every agent about one task; an agent's failure is an answer, never an exception. */
export interface Panel {
  review(task: ReviewTask): Promise<readonly PanelMember[]>;
}
