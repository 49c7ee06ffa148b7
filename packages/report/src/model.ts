import type { Change, ReviewResult, RuleDoc } from "@swarm-actions/review";

/** All that a rendering is made of. Nothing here reads a clock: times come from the caller. */
export interface ReviewReport {
  readonly result: ReviewResult;
  /** The change that was reviewed; code frames are cut from it. */
  readonly change: Change;
  /** Documents of the rules that may have spoken; rules without one are named by their id. */
  readonly rules: readonly RuleDoc[];
  readonly tool: { readonly version: string };
  /** Takes out values that must not leave the process; whatever is shown of the code goes through it. */
  readonly redact?: (text: string) => string;
  /** When the review began, as `2026-11-22T13:35:00Z`. */
  readonly startedAt?: string;
  /** Wall clock of the whole review, in milliseconds. */
  readonly durationMs?: number;
}
