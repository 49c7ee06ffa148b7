import { brokenDiff, quoted } from "./broken-diff.ts";
import type { Cursor } from "./cursor.ts";
import { emptyHeader, type FileHeader, nameForPeople } from "./file-header.ts";
import { readWrittenName } from "./written-name.ts";

/** Whether a file of a unified diff without `diff --git` begins here. */
export function isPlainHeader(cursor: Cursor): boolean {
  return cursor.startsWith("--- ") && cursor.nextLineStartsWith("+++ ");
}

/** Reads the `---` and `+++` lines that, with their dates, are all that such a diff says of a file. */
export function readPlainHeader(cursor: Cursor): FileHeader {
  const header = emptyHeader(cursor.line, null);
  header.oldName = readWrittenName(cursor.take().slice(4), header.line);
  header.newName = readWrittenName(cursor.take().slice(4), header.line + 1);
  if (!cursor.startsWith("@@"))
    throw brokenDiff(
      "cut-off",
      cursor.line,
      `hunks are missing for ${quoted(nameForPeople(header))}`,
    );
  if (header.oldName === null && header.newName === null)
    throw brokenDiff("malformed", header.line, "a file that exists on neither side");
  return header;
}
