import { brokenDiff, quoted } from "./broken-diff.ts";
import type { Cursor } from "./cursor.ts";

/**
 * Goes past a `GIT binary patch`: the new content, then mostly the old one, each a `literal` or
 * `delta` line, lines of base 85, and an empty line.
 */
export function skipBinaryPatch(cursor: Cursor, file: string): void {
  cursor.skip();
  if (!isBlock(cursor)) throw brokenContent(cursor, file);
  while (isBlock(cursor)) skipBlock(cursor, file);
}

function isBlock(cursor: Cursor): boolean {
  return cursor.startsWith("literal ") || cursor.startsWith("delta ");
}

function skipBlock(cursor: Cursor, file: string): void {
  cursor.skip();
  while (!cursor.startsWith("\n")) {
    if (cursor.ended || !/^[A-Za-z][^\s]+$/.test(cursor.peek())) throw brokenContent(cursor, file);
    cursor.skip();
  }
  cursor.skip();
}

function brokenContent(cursor: Cursor, file: string): Error {
  return brokenDiff(
    cursor.ended ? "cut-off" : "malformed",
    cursor.line,
    `the binary content of ${quoted(file)} is broken`,
  );
}
