import type { Correction, Usage } from "./agent.ts";
import type { CommentPlan } from "./comment-plan/model.ts";
import type { ReviewState } from "./incremental/model.ts";
import type { PanelFinding } from "./merge/model.ts";

export type { PanelFinding, Standing, Votes } from "./merge/model.ts";

/** Never "clean" without full coverage. */
export type Outcome = "clean" | "findings" | "partial" | "not-run";

/**
 * Why the outcome is what it is, for programs:
 * `no-agent-worked` none took part, or every one failed; `nothing-reviewed` there was text to review and
 * none of it was; `hunks-missed` some of it was not; `agent-failed` one agent's part is lacking;
 * `hunks-skipped` an agent that worked left hunks out, whether or not others read them;
 * `nothing-to-review` the change is empty, or all of it is excluded; `disputed-only` the panel agrees
 * with none of the findings; `other-rule` the consensus rule could not be applied, and another decided.
 */
export type OutcomeCode =
  | "no-agent-worked"
  | "nothing-reviewed"
  | "hunks-missed"
  | "agent-failed"
  | "hunks-skipped"
  | "nothing-to-review"
  | "disputed-only"
  | "other-rule";

export interface OutcomeReason {
  readonly code: OutcomeCode;
  /** The same for people: one sentence. */
  readonly message: string;
}

export type HunkCoverage =
  | { readonly status: "reviewed"; readonly agents: readonly string[] }
  /** Unchanged since the last review; its findings were carried over. */
  | { readonly status: "carried" }
  /** Left out on purpose: ignored by configuration, or no text to review. */
  | { readonly status: "excluded"; readonly reason: string }
  /** Nobody reviewed it though somebody should have. */
  | { readonly status: "missed"; readonly reason: string };

export interface CoverageEntry {
  readonly path: string;
  /** Index into the file's hunks; null for a file without hunks (binary, renamed only, mode only). */
  readonly hunk: number | null;
  readonly newStart: number;
  readonly newCount: number;
  readonly oldStart: number;
  readonly oldCount: number;
  readonly coverage: HunkCoverage;
}

export interface CoverageLedger {
  readonly entries: readonly CoverageEntry[];
  readonly reviewed: number;
  readonly carried: number;
  readonly excluded: number;
  /** Any of these makes the outcome `partial`, or `not-run` when nothing else was reviewed. */
  readonly missed: number;
}

export interface AgentReport {
  readonly name: string;
  readonly provider: string;
  readonly status: "ok" | "failed" | "timed-out" | "unhealthy" | "nothing-in-scope";
  readonly error: { readonly code: string; readonly message: string; readonly fix: string } | null;
  readonly durationMs: number;
  readonly findings: number;
  readonly corrections: readonly Correction[];
  readonly usage: Usage | null;
  /**
   * By how much its vote weighed more (above 1) or less, by what became of its earlier findings. Absent where
   * nothing was known of it, or the rule only counts.
   */
  readonly trust?: number;
}

/** All that a review found out, as data; what every report is made of. */
export interface ReviewResult {
  readonly outcome: Outcome;
  /** In a stable order; never empty when the outcome is `partial` or `not-run`. */
  readonly reasons: readonly OutcomeReason[];
  /** Worst first, then by path and line; disputed ones included. */
  readonly findings: readonly PanelFinding[];
  readonly coverage: CoverageLedger;
  readonly agents: readonly AgentReport[];
  /** Summed over agents; null when none bills. */
  readonly usage: Usage | null;
  readonly commentPlan: CommentPlan;
  /** Travels with the published result, so that the next review looks only at what changed since. */
  readonly state: ReviewState;
  /** Whether the last review's state was used, or why nothing was carried over from it. */
  readonly incremental:
    | { readonly mode: "first" }
    | { readonly mode: "incremental"; readonly carriedHunks: number }
    | { readonly mode: "full"; readonly reason: string };
}
