import type { Hunk, Suggestion } from "@swarm-actions/review";
import type { Edit } from "./claim.ts";
import { offsetOfColumn } from "./columns.ts";
import type { TaskLines } from "./task-lines.ts";

const maximumLines = 200;

/** Offsets into the joined old lines; `end` is exclusive. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Turns edits of parts of lines into a replacement of whole lines of one hunk's new side.
 * Null when they reach outside the hunk, overlap, or point at columns that do not exist.
 */
export function suggestionOf(
  edits: readonly Edit[],
  hunk: Hunk,
  lines: TaskLines,
): Suggestion | null {
  const first = Math.min(...edits.map((edit) => edit.startLine));
  const last = Math.max(...edits.map((edit) => edit.endLine));
  if (!(last - first < maximumLines)) return null;
  const before = linesToEdit(edits, hunk, lines, first, last);
  if (before === null) return null;
  const splices = edits.map((edit) => spliceOf(edit, before, first));
  const after = splice(before.join("\n"), splices, before[0]?.endsWith("\r") ? "\r\n" : "\n");
  return after === null ? null : wholeLines(before, after.split("\n"), first, hunk, lines);
}

function linesToEdit(
  edits: readonly Edit[],
  hunk: Hunk,
  lines: TaskLines,
  first: number,
  last: number,
): string[] | null {
  const before: string[] = [];
  for (let line = first; line <= last; line++) {
    // An edit that takes a line's terminator with it ends before the first column of the next
    // line, which the hunk need not hold because nothing of it changes.
    const untouched =
      line === last && line > first && edits.every((edit) => stopsBefore(edit, last));
    const text = lines.newLine(hunk, line) ?? (untouched ? "" : undefined);
    if (text === undefined) return null;
    before.push(text);
  }
  return before;
}

function stopsBefore(edit: Edit, line: number): boolean {
  return edit.endLine < line || (edit.endLine === line && edit.endColumn === 1);
}

function spliceOf(edit: Edit, before: readonly string[], first: number): Splice | null {
  const at = (line: number, column: number | null): number | null => {
    const text = (before[line - first] ?? "").replace(/\r$/, "");
    const offset = column === null ? text.length : offsetOfColumn(text, column, edit.unit);
    if (offset === null) return null;
    return before.slice(0, line - first).reduce((sum, one) => sum + one.length + 1, offset);
  };
  const start = at(edit.startLine, edit.startColumn);
  const end = at(edit.endLine, edit.endColumn);
  return start === null || end === null || end < start ? null : { start, end, text: edit.text };
}

function splice(
  text: string,
  splices: readonly (Splice | null)[],
  terminator: string,
): string | null {
  const known = splices.filter((one) => one !== null).sort((a, b) => a.start - b.start);
  if (known.length !== splices.length) return null;
  let result = "";
  let at = 0;
  for (const one of known) {
    if (one.start < at) return null;
    result += text.slice(at, one.start) + one.text.replace(/\r?\n/g, terminator);
    at = one.end;
  }
  return result + text.slice(at);
}

/** Leaves out lines that stay as they are, and says what is left as a suggestion. */
function wholeLines(
  before: readonly string[],
  after: readonly string[],
  first: number,
  hunk: Hunk,
  lines: TaskLines,
): Suggestion | null {
  const { head, tail } = unchanged(before, after);
  if (head + tail >= before.length && head + tail >= after.length) return null;
  const startLine = first + head;
  const endLine = first + before.length - tail - 1;
  const fresh = after.slice(head, after.length - tail);
  const widened = widen({ startLine, endLine, fresh }, (line) => lines.newLine(hunk, line));
  if (widened === null) return null;
  return {
    startLine: widened.startLine,
    endLine: widened.endLine,
    replacement: widened.fresh.join("\n"),
  };
}

/** How many lines stay at either end. */
function unchanged(
  before: readonly string[],
  after: readonly string[],
): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  // From the end first, because the last line may be the one that an edit only stops before.
  let tail = 0;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  let head = 0;
  while (head < most - tail && before[head] === after[head]) head++;
  return { head, tail };
}

interface NewLines {
  readonly startLine: number;
  readonly endLine: number;
  readonly fresh: readonly string[];
}

/**
 * A suggestion replaces lines, and an empty one deletes them: to insert lines, or to leave one
 * empty line, it must take a neighbour along. Null when a line is not there to be replaced.
 */
function widen(
  { startLine, endLine, fresh }: NewLines,
  lineAt: (line: number) => string | undefined,
): NewLines | null {
  const enough = endLine >= startLine && !(fresh.length === 1 && fresh[0] === "");
  if (enough) {
    const there = lineAt(startLine) !== undefined && lineAt(endLine) !== undefined;
    return there ? { startLine, endLine, fresh } : null;
  }
  const above = lineAt(startLine - 1);
  if (above !== undefined) return { startLine: startLine - 1, endLine, fresh: [above, ...fresh] };
  const below = lineAt(endLine + 1);
  if (below === undefined) return null;
  return { startLine, endLine: endLine + 1, fresh: [...fresh, below] };
}
