import type { SwarmReport, WorkerResult } from "@swarm-actions/swarm";

/** All that the page is made of. Nothing here reads a clock. */
export interface Dashboard {
  readonly report: SwarmReport;
  /** What it was, for people, such as `org/repository, run 12`; null: nothing is known of that. */
  readonly title: string | null;
  readonly tool: { readonly version: string };
  /** What came of each task: the page shows the longest, and how long tasks are. May be empty. */
  readonly results: readonly WorkerResult[];
}
