import type { Hunk, Place, TaskFile } from "@swarm-actions/review";

/** A line that the change adds, in a hunk that is to be reviewed. */
export interface AddedLine {
  readonly path: string;
  /** 1-based, in the file after the change. */
  readonly line: number;
  /** Without its terminator: no `\n`, and no `\r` before it. */
  readonly text: string;
  /** What stood before the `\n`; a suggestion has to keep it. */
  readonly ending: "" | "\r";
  /** Index into `diff.hunks`. */
  readonly hunk: number;
}

/** A hunk that is to be reviewed, with its index into `diff.hunks`. */
export interface ReviewedHunk {
  readonly index: number;
  readonly hunk: Hunk;
}

/** The hunks of the file that are to be reviewed, in the order of the file. */
export function reviewedHunks(file: TaskFile): readonly ReviewedHunk[] {
  return [...file.hunks]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const hunk = file.diff.hunks[index];
      return hunk === undefined ? [] : [{ index, hunk }];
    });
}

const known = new WeakMap<TaskFile, readonly AddedLine[]>();

/** The added lines of the hunks that are to be reviewed, from top to bottom; listed once for all. */
export function addedLines(file: TaskFile): readonly AddedLine[] {
  const lines = known.get(file) ?? [...listAddedLines(file)];
  known.set(file, lines);
  return lines;
}

function* listAddedLines(file: TaskFile): Generator<AddedLine> {
  const { path } = file.diff;
  for (const { index, hunk } of reviewedHunks(file)) {
    for (const { kind, text, newLine } of hunk.lines) {
      if (kind !== "added" || newLine === null) continue;
      const ending = text.endsWith("\r") ? "\r" : "";
      const bare = ending === "" ? text : text.slice(0, -1);
      yield { path, line: newLine, text: bare, ending, hunk: index };
    }
  }
}

/** The place of an added line, or of several from `first` to `last`. */
export function placeOfLines(first: AddedLine, last: AddedLine = first): Place {
  return {
    kind: "lines",
    path: first.path,
    side: "new",
    startLine: first.line,
    endLine: last.line,
  };
}
