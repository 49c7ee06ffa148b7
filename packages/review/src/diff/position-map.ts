import type { Diff, DiffLine, FileDiff, Side } from "./model.ts";
import { SideIndex } from "./side-index.ts";

/** Lines `startLine`–`endLine`, 1-based and inclusive, of one side of a file known by its new path. */
export interface LineRange {
  readonly path: string;
  readonly side: Side;
  readonly startLine: number;
  readonly endLine: number;
}

/** Why lines can take no comment. */
export type NoPosition =
  | "file-not-in-diff"
  /** Binary, a submodule, or changed without hunks: only the file as a whole can take a comment. */
  | "no-lines-in-diff"
  /** Not whole numbers from 1 on, or the end stands before the start. */
  | "not-a-range"
  | "line-outside-diff"
  | "range-across-hunks";

/** The hunk, as an index into the file's hunks, that shows all the lines; or why none does. */
export type Position =
  | { readonly ok: true; readonly file: FileDiff; readonly hunk: number }
  | { readonly ok: false; readonly reason: NoPosition };

export interface PositionMap {
  /**
   * Whether GitHub takes a comment on these lines, without asking it: on any line that a hunk
   * shows, context on either side included, and on ranges within one hunk. The old side of a
   * renamed file goes by its new path. The diff must have git's usual three lines of context, as
   * GitHub's own has.
   */
  locate(range: LineRange): Position;
  /** The line as the diff shows it: its text, and whether it is new, gone or unchanged; else null. */
  lineAt(path: string, side: Side, line: number): DiffLine | null;
}

/** Indexes a diff, each file when it is first asked for. A lookup takes O(log hunks of the file). */
export function createPositionMap(diff: Diff): PositionMap {
  const files = { old: filesOf(diff, "old"), new: filesOf(diff, "new") };
  const indexes = { old: new Map<string, SideIndex>(), new: new Map<string, SideIndex>() };
  const indexOf = (path: string, side: Side): SideIndex | null => {
    const known = indexes[side].get(path);
    const file = files[side].get(path);
    if (known !== undefined || file === undefined) return known ?? null;
    const index = new SideIndex(file, side);
    indexes[side].set(path, index);
    return index;
  };
  return {
    locate(range) {
      const { path, side } = range;
      const file = files[side].get(path) ?? files[side === "old" ? "new" : "old"].get(path);
      if (file === undefined) return { ok: false, reason: "file-not-in-diff" };
      const hunk = hunkOf(file, indexOf(path, side), range);
      return typeof hunk === "number" ? { ok: true, file, hunk } : { ok: false, reason: hunk };
    },
    lineAt: (path, side, line) => indexOf(path, side)?.lineAt(line) ?? null,
  };
}

/** A file whose type changes is in the diff twice, once for each side. */
function filesOf(diff: Diff, side: Side): Map<string, FileDiff> {
  const exists = (file: FileDiff): boolean =>
    (side === "old" ? file.oldPath : file.newPath) !== null;
  return new Map(diff.files.filter(exists).map((file) => [file.path, file]));
}

function hunkOf(file: FileDiff, index: SideIndex | null, range: LineRange): number | NoPosition {
  if (!hasCommentableLines(file)) return "no-lines-in-diff";
  if (!isRange(range)) return "not-a-range";
  const first = index?.hunkAt(range.startLine) ?? null;
  const last = index?.hunkAt(range.endLine) ?? null;
  if (first === null || last === null) return "line-outside-diff";
  return first === last ? first : "range-across-hunks";
}

/** GitHub shows a submodule as a link between two commits, not as lines. */
function hasCommentableLines(file: FileDiff): boolean {
  return file.hunks.length > 0 && file.content !== "submodule" && file.content !== "binary";
}

function isRange({ startLine, endLine }: LineRange): boolean {
  return (
    Number.isSafeInteger(startLine) &&
    Number.isSafeInteger(endLine) &&
    startLine >= 1 &&
    startLine <= endLine
  );
}
