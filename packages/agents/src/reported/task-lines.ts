import type { Hunk, ReviewTask, Side, TaskFile } from "@swarm-actions/review";

/** A run of lines of one side inside one hunk that is to be reviewed. */
export interface LinesInHunk {
  readonly hunk: Hunk;
  readonly startLine: number;
  readonly endLine: number;
}

/** Answers which files and lines of a task are under review. */
export class TaskLines {
  /** Those with something left to review. */
  readonly files: readonly TaskFile[];
  readonly #byPath = new Map<string, TaskFile>();
  readonly #byOldPath = new Map<string, TaskFile>();
  readonly #newLines = new WeakMap<Hunk, readonly string[]>();

  /** @param covers leaves out files that the asking agent does not judge. */
  constructor(task: ReviewTask, covers: (file: TaskFile) => boolean = () => true) {
    const covered = task.files.filter(covers);
    this.files = covered.filter(isUnderReview);
    // What is said of a whole file is not carried over, so that it must be said again.
    for (const file of covered) {
      this.#byPath.set(file.diff.path, file);
      this.#byOldPath.set(file.diff.oldPath ?? file.diff.path, file);
    }
  }

  /**
   * The file of the first of `paths` that is in the task. The old name of a renamed or copied
   * file names its old side only: under that name there may be another file now.
   */
  find(paths: readonly string[], side: Side = "new"): TaskFile | undefined {
    for (const path of paths) {
      const before = side === "old" ? this.#byOldPath.get(path) : undefined;
      const file = before ?? this.#byPath.get(path);
      if (file !== undefined) return file;
    }
    return undefined;
  }

  /** The part of `startLine`–`endLine` that lies in the first hunk under review it touches. */
  overlap(file: TaskFile, side: Side, startLine: number, endLine: number): LinesInHunk | null {
    for (const index of file.hunks) {
      const hunk = file.diff.hunks[index];
      if (hunk === undefined) continue;
      const [first, count] =
        side === "new" ? [hunk.newStart, hunk.newCount] : [hunk.oldStart, hunk.oldCount];
      const start = Math.max(startLine, first);
      const end = Math.min(endLine, first + count - 1);
      if (start <= end) return { hunk, startLine: start, endLine: end };
    }
    return null;
  }

  /** A line of the new side of `hunk`, its `\r` included; undefined outside the hunk. */
  newLine(hunk: Hunk, line: number): string | undefined {
    let lines = this.#newLines.get(hunk);
    if (lines === undefined) {
      lines = hunk.lines.filter(({ kind }) => kind !== "deleted").map(({ text }) => text);
      this.#newLines.set(hunk, lines);
    }
    return lines[line - hunk.newStart];
  }
}

/** The lines of a file whose hunks were all carried over need no second look. */
function isUnderReview(file: TaskFile): boolean {
  return file.hunks.length > 0 || file.diff.hunks.length === 0;
}
