import { brokenDiff, quoted } from "./broken-diff.ts";
import type { Cursor } from "./cursor.ts";
import { emptyHeader, type FileHeader } from "./file-header.ts";
import { checkHeader } from "./header-check.ts";
import { readName } from "./quoted-path.ts";
import { readWrittenName, refuseConvertedLineEnds } from "./written-name.ts";

type Reader = (header: FileHeader, value: string, line: number) => void;

/** Every line git writes between `diff --git` and the first hunk. */
const readers: readonly (readonly [prefix: string, read: Reader])[] = [
  ["index ", readIndex],
  [
    "--- ",
    (header, value, line) => {
      header.oldName = readWrittenName(value, line);
    },
  ],
  [
    "+++ ",
    (header, value, line) => {
      header.newName = readWrittenName(value, line);
    },
  ],
  ["new file mode ", (header, value, line) => state(header, "added", value, line)],
  ["deleted file mode ", (header, value, line) => state(header, "deleted", value, line)],
  [
    "old mode ",
    (header, value, line) => {
      header.oldMode = readMode(value, line);
    },
  ],
  [
    "new mode ",
    (header, value, line) => {
      header.newMode = readMode(value, line);
    },
  ],
  [
    "similarity index ",
    (header, value, line) => {
      header.similarity = readPercent(value, line);
    },
  ],
  ["dissimilarity index ", (_header, value, line) => readPercent(value, line)],
  ["rename from ", (header, value, line) => moveFrom(header, "renamed", value, line)],
  ["rename to ", (header, value, line) => moveTo(header, "renamed", value, line)],
  ["copy from ", (header, value, line) => moveFrom(header, "copied", value, line)],
  ["copy to ", (header, value, line) => moveTo(header, "copied", value, line)],
  [
    "Binary files ",
    (header) => {
      header.binary = true;
    },
  ],
];

/** Reads from `diff --git` up to the first hunk, binary patch or foreign line. */
export function readGitHeader(cursor: Cursor): FileHeader {
  const { line } = cursor;
  const names = cursor.take().slice("diff --git ".length);
  refuseConvertedLineEnds(names, line);
  const header = emptyHeader(line, names);
  for (let field = fieldAt(cursor); field !== undefined; field = fieldAt(cursor)) {
    const [prefix, read] = field;
    read(header, cursor.take().slice(prefix.length), cursor.line - 1);
  }
  checkHeader(header, cursor);
  return header;
}

function fieldAt(cursor: Cursor): (typeof readers)[number] | undefined {
  return readers.find(([prefix]) => cursor.startsWith(prefix));
}

function readIndex(header: FileHeader, value: string, line: number): void {
  const match = /^([0-9a-f]+)\.\.([0-9a-f]+)(?: ([0-7]{6}))?$/.exec(value);
  if (match === null) throw brokenDiff("malformed", line, `bad index line ${quoted(value)}`);
  const [, oldBlob = "", newBlob = "", mode] = match;
  header.blobs = [oldBlob, newBlob];
  if (mode !== undefined) {
    header.oldMode = mode;
    header.newMode = mode;
  }
}

function state(header: FileHeader, what: "added" | "deleted", value: string, line: number): void {
  const mode = readMode(value, line);
  if (header.stated !== null || header.move !== null)
    throw brokenDiff("malformed", line, `the file is said to be ${what} and something else`);
  header.stated = what;
  if (what === "added") header.newMode = mode;
  else header.oldMode = mode;
}

function moveFrom(
  header: FileHeader,
  move: "renamed" | "copied",
  value: string,
  line: number,
): void {
  header.move = move;
  header.movedFrom = readName(value, line);
}

function moveTo(header: FileHeader, move: "renamed" | "copied", value: string, line: number): void {
  if (header.move !== move || header.stated !== null)
    throw brokenDiff("malformed", line, `the file is said to be ${move} and something else`);
  header.movedTo = readName(value, line);
}

function readMode(value: string, line: number): string {
  if (/^[0-7]{6}$/.test(value)) return value;
  throw brokenDiff("malformed", line, `bad file mode ${quoted(value)}`);
}

function readPercent(value: string, line: number): number {
  const match = /^(\d{1,3})%$/.exec(value);
  if (match !== null && Number(match[1]) <= 100) return Number(match[1]);
  throw brokenDiff("malformed", line, `bad percentage ${quoted(value)}`);
}
