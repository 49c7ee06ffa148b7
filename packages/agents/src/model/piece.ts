import type { DiffLine, TaskFile } from "@swarm-actions/review";

/** Lines of one hunk that go into one request, with how much of their surroundings. */
export interface Piece {
  readonly file: TaskFile;
  readonly hunk: number;
  readonly lines: readonly DiffLine[];
  /** Unchanged lines shown before and after; Infinity shows the file to its ends. */
  readonly context: number;
}
