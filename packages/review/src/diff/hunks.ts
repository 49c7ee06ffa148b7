import { brokenDiff, quoted } from "./broken-diff.ts";
import type { Cursor } from "./cursor.ts";
import { skipBody } from "./hunk-body.ts";
import { firstLine, readHunkHeader } from "./hunk-header.ts";
import type { Hunk } from "./model.ts";
import { ParsedHunk } from "./parsed-hunk.ts";

/** Reads all hunks of one file, and refuses what git never writes after or between them. */
export function readHunks(cursor: Cursor, file: string): Hunk[] {
  const hunks: Hunk[] = [];
  while (cursor.startsWith("@@")) {
    if (cursor.startsWith("@@@")) throw brokenDiff("combined", cursor.line, "a combined diff");
    const { line } = cursor;
    const hunk = readHunk(cursor, file);
    if (!isAfter(hunks.at(-1), hunk))
      throw brokenDiff("malformed", line, `hunks of ${quoted(file)} overlap or go backwards`);
    hunks.push(hunk);
  }
  if (hunks.length > 0 && isLeftOver(cursor))
    throw brokenDiff("malformed", cursor.line, `a hunk of ${quoted(file)} is longer than it says`);
  return hunks;
}

function readHunk(cursor: Cursor, file: string): Hunk {
  const { line } = cursor;
  const header = readHunkHeader(cursor.take(), line);
  const start = cursor.at;
  skipBody(cursor, header, file);
  return new ParsedHunk(header, cursor.text, start, cursor.at);
}

function isAfter(previous: Hunk | undefined, hunk: Hunk): boolean {
  if (previous === undefined) return true;
  const oldEnd = firstLine(previous.oldStart, previous.oldCount) + previous.oldCount;
  const newEnd = firstLine(previous.newStart, previous.newCount) + previous.newCount;
  return (
    firstLine(hunk.oldStart, hunk.oldCount) >= oldEnd &&
    firstLine(hunk.newStart, hunk.newCount) >= newEnd
  );
}

/** Whether a body goes on after its last counted line. A mail's `-- ` and a next file's `--- ` don't count. */
function isLeftOver(cursor: Cursor): boolean {
  if (cursor.startsWith("-")) {
    const nextFile = cursor.startsWith("--- ") && cursor.nextLineStartsWith("+++ ");
    return !nextFile && cursor.peek() !== "-- ";
  }
  return cursor.startsWith("+") || cursor.startsWith(" ") || cursor.startsWith("\\");
}
