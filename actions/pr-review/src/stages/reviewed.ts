import type { Config } from "@swarm-actions/config";
import type { Conversation, IgnoredFinding, PublicationSettings } from "@swarm-actions/publication";
import type { ReviewReport } from "@swarm-actions/report";
import type { ReadChange } from "./read-change.ts";

/** A finished review, and all that decides what of it is written. */
export interface Reviewed {
  readonly conversation: Conversation;
  readonly config: Config;
  readonly report: ReviewReport;
  readonly read: ReadChange;
  /** What this run is told to ignore, besides what the summary remembers. */
  readonly ignore: readonly IgnoredFinding[];
  readonly origin: PublicationSettings["origin"];
}
