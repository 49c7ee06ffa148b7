import { brokenDiff, quoted } from "./broken-diff.ts";
import type { Cursor } from "./cursor.ts";
import type { HunkHeader } from "./hunk-header.ts";
import type { DiffLine } from "./model.ts";

const code = { newline: 10, space: 32, plus: 43, minus: 45, backslash: 92 } as const;

/**
 * Goes past the body of a hunk, which is as long as its header says: so lines that look like
 * headers stay lines. Checks each line's first character, and keeps nothing.
 */
export function skipBody(cursor: Cursor, header: HunkHeader, file: string): void {
  let oldLeft = header.oldCount;
  let newLeft = header.newCount;
  let previous = code.backslash as number;
  while (oldLeft > 0 || newLeft > 0) {
    const kind = cursor.code;
    if (kind === code.space || kind === code.newline) {
      oldLeft--;
      newLeft--;
    } else if (kind === code.minus) oldLeft--;
    else if (kind === code.plus) newLeft--;
    else if (kind !== code.backslash || !isLast(previous, oldLeft, newLeft))
      throw badLine(cursor, file);
    if (oldLeft < 0 || newLeft < 0) throw badLine(cursor, file);
    previous = kind;
    cursor.skip();
  }
  if (cursor.code === code.backslash && previous !== code.backslash) cursor.skip();
}

/** Whether the line before a `\ No newline at end of file` is the last one of its side. */
function isLast(previous: number, oldLeft: number, newLeft: number): boolean {
  if (previous === code.minus) return oldLeft === 0;
  if (previous === code.plus) return newLeft === 0;
  return previous !== code.backslash && oldLeft === 0 && newLeft === 0;
}

function badLine(cursor: Cursor, file: string): Error {
  const inside = `in a hunk of ${quoted(file)}`;
  const cut = cursor.ended || cursor.startsWith("diff --git ") || cursor.startsWith("@@ -");
  return cut
    ? brokenDiff("cut-off", cursor.line, `the diff ends ${inside}`)
    : brokenDiff("malformed", cursor.line, `unexpected line ${inside}: ${quoted(cursor.peek())}`);
}

/** The lines of a body that `skipBody` went past, from offset `start` to `end` of the diff. */
export function readBody(text: string, start: number, end: number, header: HunkHeader): DiffLine[] {
  const lines: DiffLine[] = [];
  let oldNext = header.oldStart;
  let newNext = header.newStart;
  for (let at = start; at < end; ) {
    const lineEnd = text.indexOf("\n", at);
    const kind = text.charCodeAt(at);
    const content = text.slice(at + 1, lineEnd);
    at = lineEnd + 1;
    const noNewline = at < end && text.charCodeAt(at) === code.backslash;
    if (noNewline) at = text.indexOf("\n", at) + 1;
    if (kind === code.plus) lines.push(added(content, newNext++, noNewline));
    else if (kind === code.minus) lines.push(deleted(content, oldNext++, noNewline));
    else lines.push(context(content, oldNext++, newNext++, noNewline));
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
