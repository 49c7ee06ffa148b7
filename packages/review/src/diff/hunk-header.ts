import { brokenDiff, quoted } from "./broken-diff.ts";
import type { Hunk } from "./model.ts";

export type HunkHeader = Omit<Hunk, "lines">;

const pattern = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)$/s;

/** Largest line number that any tool works with; git itself refuses more. */
const largest = 2 ** 31 - 1;

export function isHunkHeader(text: string): boolean {
  return pattern.test(text);
}

/** Reads `@@ -old[,count] +new[,count] @@ heading`; an omitted count is 1. */
export function readHunkHeader(text: string, line: number): HunkHeader {
  const match = pattern.exec(text);
  if (match === null) throw brokenDiff("malformed", line, `bad hunk header ${quoted(text)}`);
  const number = (at: number): number => Number(match[at] ?? 1);
  const header = {
    oldStart: number(1),
    oldCount: number(2),
    newStart: number(3),
    newCount: number(4),
    heading: match[5] ?? "",
  };
  if (!isPossible(header)) throw brokenDiff("malformed", line, `impossible hunk ${quoted(text)}`);
  return header;
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
