import type { Diff, DiffLine, FileDiff, Side } from "./model.ts";
import { type FoundPosition, SideIndex } from "./side-index.ts";

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

/** Where the lines are; or why they can take no comment. */
export type Position = FoundPosition | { readonly ok: false; readonly reason: NoPosition };

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
  const indexOf = indexByPath(diff);
  return {
    locate(range) {
      const file = indexOf(range.path);
      if (file === undefined) return refusals["file-not-in-diff"];
      return locateIn(range.side === "old" ? file.old : file.new, range);
    },
    lineAt(path, side, line) {
      const file = indexOf(path);
      return (side === "old" ? file?.old : file?.new)?.lineAt(line) ?? null;
    },
  };
}

interface FileIndex {
  readonly old: SideIndex;
  readonly new: SideIndex;
}

/** Indexes a file when it is first asked for, and keeps it at hand, since its next lines mostly follow. */
function indexByPath(diff: Diff): (path: string) => FileIndex | undefined {
  const files = Map.groupBy(diff.files, (file) => file.path);
  const known = new Map<string, FileIndex>();
  let latestPath: string | null = null;
  let latest: FileIndex | undefined;
  return (path) => {
    if (path === latestPath) return latest;
    latestPath = path;
    latest = known.get(path) ?? indexFile(files.get(path));
    if (latest !== undefined) known.set(path, latest);
    return latest;
  };
}

/** A file whose type changes is in the diff twice: deleted, which has the old side, then added. */
function indexFile(entries: readonly FileDiff[] = []): FileIndex | undefined {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { old: new SideIndex(first, "old"), new: new SideIndex(last, "new") };
}

function locateIn(index: SideIndex, range: LineRange): Position {
  if (!hasCommentableLines(index.file)) return refusals["no-lines-in-diff"];
  if (!isRange(range)) return refusals["not-a-range"];
  const first = index.spanAt(range.startLine);
  const last = range.endLine === range.startLine ? first : index.spanAt(range.endLine);
  if (first === null || last === null) return refusals["line-outside-diff"];
  return first === last ? first.position : refusals["range-across-hunks"];
}

const refuse = (reason: NoPosition): Position => ({ ok: false, reason });

const refusals: Readonly<Record<NoPosition, Position>> = {
  "file-not-in-diff": refuse("file-not-in-diff"),
  "no-lines-in-diff": refuse("no-lines-in-diff"),
  "not-a-range": refuse("not-a-range"),
  "line-outside-diff": refuse("line-outside-diff"),
  "range-across-hunks": refuse("range-across-hunks"),
};

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
