import type { Severity } from "@swarm-actions/review";
import type { Format } from "./render.ts";

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
  readonly sarif?: readonly string[];
  readonly previous?: string;
  readonly failOn?: Severity | "never";
}
