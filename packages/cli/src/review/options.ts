import type { Format } from "@swarm-actions/report";
import type { Severity } from "@swarm-actions/review";

/** The command line of `review` as commander reads it. */
export interface ReviewOptions {
  readonly base?: string;
  readonly head?: string;
  readonly staged?: boolean;
  readonly diff?: string;
  readonly format: Format;
  readonly output?: string;
  readonly html?: string;
  readonly config?: string;
  readonly agents?: readonly string[];
  readonly sarif: readonly string[];
  readonly previous?: string;
  readonly failOn?: Severity | "never";
}
