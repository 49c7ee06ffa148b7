import { brokenDiff, quoted } from "./broken-diff.ts";
import type { Hunk } from "./model.ts";

export type HunkHeader = Omit<Hunk, "lines">;

/** Largest line number that any tool works with; git itself refuses more. */
const largest = 2 ** 31 - 1;

export function isHunkHeader(text: string): boolean {
  return scanHunkHeader(text) !== null;
}

/** Reads `@@ -old[,count] +new[,count] @@ heading`; an omitted count is 1. */
export function readHunkHeader(text: string, line: number): HunkHeader {
  const header = scanHunkHeader(text);
  if (header === null) throw brokenDiff("malformed", line, `bad hunk header ${quoted(text)}`);
  if (!isPossible(header)) throw brokenDiff("malformed", line, `impossible hunk ${quoted(text)}`);
  return header;
}

/** By hand rather than by a pattern: a large diff has thousands of these, and nothing else is as slow. */
function scanHunkHeader(text: string): HunkHeader | null {
  const scan = { text, at: 0 };
  if (!goPast(scan, "@@ -")) return null;
  const oldStart = readNumber(scan);
  const oldCount = goPast(scan, ",") ? readNumber(scan) : 1;
  if (!goPast(scan, " +")) return null;
  const newStart = readNumber(scan);
  const newCount = goPast(scan, ",") ? readNumber(scan) : 1;
  if (!goPast(scan, " @@")) return null;
  goPast(scan, " ");
  const header = { oldStart, oldCount, newStart, newCount, heading: text.slice(scan.at) };
  return Number.isNaN(oldStart + oldCount + newStart + newCount) ? null : header;
}

interface Scan {
  readonly text: string;
  at: number;
}

function goPast(scan: Scan, expected: string): boolean {
  const found = scan.text.startsWith(expected, scan.at);
  if (found) scan.at += expected.length;
  return found;
}

/** Decimal digits, at least one; NaN where none stands. */
function readNumber(scan: Scan): number {
  const start = scan.at;
  let value = 0;
  for (; ; scan.at++) {
    const digit = scan.text.charCodeAt(scan.at) - 48;
    if (!(digit >= 0 && digit <= 9)) return scan.at > start ? value : Number.NaN;
    value = value * 10 + digit;
  }
}

function isPossible({ oldStart, oldCount, newStart, newCount }: HunkHeader): boolean {
  const sideFits = (start: number, count: number): boolean =>
    start + count <= largest && (start > 0 || count === 0);
  return sideFits(oldStart, oldCount) && sideFits(newStart, newCount) && oldCount + newCount > 0;
}

/** First line of a side that the hunk covers. Where it covers none, the start names the line before. */
export function firstLine(start: number, count: number): number {
  return count === 0 ? start + 1 : start;
}
