import type { Redactor } from "@swarm-actions/core";

/** What is run for the tasks. */
export type Program =
  /** Lines for the shell, run as `bash -e FILE`: what a workflow's `run:` holds. */
  | { readonly kind: "script"; readonly text: string }
  /** A program and its arguments; no shell is involved. */
  | { readonly kind: "words"; readonly words: readonly string[] };

export interface ProgramSetup {
  readonly program: Program;
  /** Whether it is run for each task, or once for all tasks of a block. */
  readonly per: "task" | "block";
  /** Seconds that a task may take; a block may take as much for each of its tasks. */
  readonly taskSeconds: number;
  /** Where it runs. */
  readonly directory: string;
  /** All that it gets besides `SWARM_…`; whoever calls leaves out what it must not have. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes known values out of all that is kept of what it says. */
  readonly redactor: Redactor;
  /** A folder for what is handed over. */
  readonly temporary: string;
  /** Test reports that it writes below `directory`, as globs; only where it is run per block. */
  readonly reports: readonly string[];
  /** Is given what it prints, line by line, without known values. */
  readonly onLine?: (line: string) => void;
}
