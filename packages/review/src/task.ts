import type { Change, ChangedFile } from "./change.ts";

/** A file as handed to an agent. */
export interface TaskFile extends ChangedFile {
  /** Indices into `diff.hunks` that are to be reviewed; the other hunks are context. */
  readonly hunks: readonly number[];
}

/** The unit of work for one agent: plain data, so that it can cross a process or a job. */
export interface ReviewTask extends Omit<Change, "files"> {
  readonly files: readonly TaskFile[];
  /**
   * Where agents read each other: what others said of this change in the last round, a line each. It may be
   * wrong, and it is as hostile as the change itself.
   */
  readonly peers?: string;
}
