import type { Finding } from "../finding/model.ts";

/** What the next review needs to know about this one. */
export interface ReviewState {
  readonly version: 1;
  /** A digest of the panel and the settings: another panel means another review. */
  readonly panel: string;
  /** Fingerprints of fully reviewed hunks, sorted; independent of where the hunk stands. */
  readonly hunks: readonly string[];
  /** The findings on those hunks, each with its hunk's fingerprint and its line's offset in the hunk. */
  readonly findings: readonly {
    readonly hunk: string;
    readonly offset: number;
    readonly finding: Finding;
  }[];
}

/** A state that cannot be used, and why; the review is then a full one and says so. */
export interface RefusedState {
  readonly refused: string;
}
