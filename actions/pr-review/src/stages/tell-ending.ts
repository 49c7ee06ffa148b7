import type { Conclusion, Kit } from "@swarm-actions/action-kit";
import type { CheckPlan } from "@swarm-actions/publication";
import type { Outcome } from "@swarm-actions/review";

/** How a run ended, for the workflow that asked for it. */
export interface Ended {
  readonly outcome: Outcome | "skipped" | "superseded" | "answered";
  /** Empty when all went as it should. */
  readonly reason: string;
  /** What the check says; null without one. */
  readonly conclusion: CheckPlan["conclusion"] | null;
  readonly published: "written" | "unchanged" | "handed-over" | "dry-run" | "nothing";
  /** Whether the run is green. */
  readonly verdict: Conclusion;
}

/** Gives the outputs that every run has. */
export function tellEnding(kit: Kit, ending: Ended): Ended {
  kit.output("outcome", ending.outcome);
  kit.output("reason", ending.reason);
  kit.output("conclusion", ending.conclusion ?? "");
  kit.output("published", ending.published);
  return ending;
}
