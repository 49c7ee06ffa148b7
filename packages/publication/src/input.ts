import type { ReviewReport } from "@swarm-actions/report";
import type { Severity } from "@swarm-actions/review";
import type { Conversation } from "./conversation.ts";

/** A finding that someone with write access wants to hear no more of. */
export interface IgnoredFinding {
  /** The finding's whole fingerprint, 16 hexadecimal digits. */
  readonly id: string;
  /** In the person's own words; empty when none was given. */
  readonly reason: string;
  /** Login of who said so. */
  readonly by: string;
}

export interface PublicationSettings {
  readonly checkName: string;
  /** Tells several reviews of one repository apart: `[A-Za-z0-9._-]`, 1–64 characters. */
  readonly key: string;
  /** From this severity on the check fails; null: never because of findings. */
  readonly failOn: Severity | null;
  /** Whether the check marks findings on the lines of the diff. */
  readonly annotate: boolean;
  readonly maxAnnotations: number;
  /** How many new comments one review may make, on lines and on files together; the rest is in the summary. */
  readonly maxComments: number;
  /** Where the run that reviewed can be read; null when there is no such page. */
  readonly runUrl: string | null;
  /** `handed-over`: a run of the fork did the asking, so what agents said cannot be vouched for. */
  readonly origin: "own-run" | "handed-over";
}

export interface PublicationInput {
  readonly conversation: Conversation;
  /** With the change as this run read it, and `redact` for values that must not leave the process. */
  readonly report: ReviewReport;
  readonly settings: PublicationSettings;
  /** All that hold now: those read back from the summary, and those a command adds. */
  readonly ignored: readonly IgnoredFinding[];
}
