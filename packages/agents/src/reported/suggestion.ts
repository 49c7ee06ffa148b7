import type { Hunk, Suggestion } from "@swarm-actions/review";
import type { Edit } from "./claim.ts";
import { offsetOfColumn } from "./columns.ts";
import type { TaskLines } from "./task-lines.ts";
import { wholeLines } from "./whole-lines.ts";

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
  return after === null
    ? null
    : wholeLines(before, after.split("\n"), first, (line) => lines.newLine(hunk, line));
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
