/** How much of GitHub's limits a run may use. */
export interface RunLimits {
  /** The share of what is left of a limit that the run may use, 0–1. */
  budgetShare: number;
  /** The longest all waits for limits may take together, in milliseconds. */
  maxWaitMs: number;
}
