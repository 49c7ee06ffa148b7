import { brokenDiff, quoted } from "./broken-diff.ts";
import type { Cursor } from "./cursor.ts";
import type { HunkHeader } from "./hunk-header.ts";
import type { DiffLine } from "./model.ts";

const code = { newline: 10, space: 32, plus: 43, minus: 45, backslash: 92 } as const;

/**
 * Goes past the lines of a hunk: as many as its header says, so that lines which look like headers
 * stay lines. Checks what each begins with, and leaves their text for `readBody`.
 */
export function skipBody(cursor: Cursor, header: HunkHeader, file: string): void {
  const { text } = cursor;
  let { at, line } = cursor;
  let oldLeft = header.oldCount;
  let newLeft = header.newCount;
  let previous: number = code.backslash;
  // Most of the time of parsing is spent in this loop, so it keeps to local variables.
  while (oldLeft > 0 || newLeft > 0) {
    const first = text.charCodeAt(at);
    const end = text.indexOf("\n", at);
    // A context line that is empty may have lost its space on the way.
    if (first === code.space || first === code.newline) {
      oldLeft--;
      newLeft--;
    } else if (first === code.plus) newLeft--;
    else if (first === code.minus) oldLeft--;
    else if (!isMark(first) || !isLast(previous, oldLeft, newLeft)) oldLeft = -1;
    if (oldLeft < 0 || newLeft < 0 || end < 0) throw badLine(cursor.moveTo(at, line), file);
    previous = first;
    at = end + 1;
    line++;
  }
  cursor.moveTo(at, line);
  if (isMark(cursor.code) && !isMark(previous)) cursor.skip();
}

/** Whether the line says, in any language, that the one before it ends its file without newline. */
function isMark(first: number): boolean {
  return first === code.backslash;
}

/** Whether a line can be the last one of its side while the other side goes on. */
function isLast(kind: number, oldLeft: number, newLeft: number): boolean {
  return (kind === code.minus && oldLeft === 0) || (kind === code.plus && newLeft === 0);
}

function badLine(cursor: Cursor, file: string): Error {
  const inside = `in a hunk of ${quoted(file)}`;
  if (cursor.endsHere || cursor.startsWith("diff --git ") || cursor.startsWith("@@ -"))
    return brokenDiff("cut-off", cursor.line, `the diff ends ${inside}`);
  const line = quoted(cursor.peek());
  return brokenDiff("malformed", cursor.line, `unexpected line ${inside}: ${line}`);
}

/** The lines that `skipBody` went past, from offset `start` to `end` of the diff. */
export function readBody(text: string, start: number, end: number, header: HunkHeader): DiffLine[] {
  const lines: DiffLine[] = [];
  let oldLine = header.oldStart;
  let newLine = header.newStart;
  for (let at = start; at < end; ) {
    const first = text.charCodeAt(at);
    const lineEnd = text.indexOf("\n", at);
    const line = text.slice(at + 1, lineEnd);
    at = lineEnd + 1;
    const noNewline = at < end && text.charCodeAt(at) === code.backslash;
    if (noNewline) at = text.indexOf("\n", at) + 1;
    if (first === code.plus) lines.push(added(line, newLine++, noNewline));
    else if (first === code.minus) lines.push(deleted(line, oldLine++, noNewline));
    else lines.push(context(line, oldLine++, newLine++, noNewline));
  }
  return lines;
}

function added(text: string, newLine: number, noNewline: boolean): DiffLine {
  return { kind: "added", text, oldLine: null, newLine, noNewline };
}

function deleted(text: string, oldLine: number, noNewline: boolean): DiffLine {
  return { kind: "deleted", text, oldLine, newLine: null, noNewline };
}

function context(text: string, oldLine: number, newLine: number, noNewline: boolean): DiffLine {
  return { kind: "context", text, oldLine, newLine, noNewline };
}
