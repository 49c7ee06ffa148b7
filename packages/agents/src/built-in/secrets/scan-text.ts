import type { TaskFile } from "@swarm-actions/review";
import { type AddedLine, addedLines } from "../added-lines.ts";

/** Above this many characters of a file, only its added lines are scanned. */
const wholeFileLimit = 1024 * 1024;

/** The text of a file to look for secrets in, and the way back from it to the added lines. */
export interface ScanText {
  readonly content: string;
  /** The added lines under review that the range [start, end) of `content` touches. */
  linesIn(start: number, end: number): readonly AddedLine[];
}

/** The whole file where it is at hand, since some formats need it; otherwise the added lines. */
export function scanTextOf(file: TaskFile): ScanText | null {
  const lines = addedLines(file);
  if (lines.length === 0) return null;
  if (file.after === null || file.after.length > wholeFileLimit) return textOfAdded(lines);
  const byNumber = new Map(lines.map((line) => [line.line, line]));
  return mapped(file.after, (index) => byNumber.get(index + 1));
}

function textOfAdded(lines: readonly AddedLine[]): ScanText {
  return mapped(lines.map((line) => line.text).join("\n"), (index) => lines[index]);
}

function mapped(content: string, lineAt: (index: number) => AddedLine | undefined): ScanText {
  let starts: readonly number[] | undefined;
  return {
    content,
    linesIn(start, end) {
      starts ??= lineStarts(content);
      const found: AddedLine[] = [];
      const last = indexOfLine(starts, Math.max(start, end - 1));
      for (let index = indexOfLine(starts, start); index <= last; index++) {
        const line = lineAt(index);
        if (line !== undefined) found.push(line);
      }
      return found;
    },
  };
}

function lineStarts(content: string): number[] {
  const starts = [0];
  for (let at = content.indexOf("\n"); at !== -1; at = content.indexOf("\n", at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

/** The index of the last start that is not after `offset`. */
function indexOfLine(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
