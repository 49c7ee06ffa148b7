import { firstLine } from "./hunk-header.ts";
import type { DiffLine, FileDiff, Hunk, Side } from "./model.ts";

/** Finds lines of one side of a file in its hunks. */
export class SideIndex {
  readonly file: FileDiff;
  readonly #side: Side;
  /** First line of each hunk, ascending, because hunks never overlap. */
  readonly #first: readonly number[];
  /** The line after the last one of each hunk. */
  readonly #end: readonly number[];
  readonly #lines: (readonly DiffLine[] | undefined)[] = [];
  /** Where the last line was found: the next question is mostly about its neighbour. */
  #latest = 0;

  constructor(file: FileDiff, side: Side) {
    this.file = file;
    this.#side = side;
    const count = (hunk: Hunk): number => (side === "old" ? hunk.oldCount : hunk.newCount);
    this.#first = file.hunks.map((hunk) =>
      firstLine(side === "old" ? hunk.oldStart : hunk.newStart, count(hunk)),
    );
    this.#end = file.hunks.map((hunk, index) => (this.#first[index] ?? 0) + count(hunk));
  }

  /** Index of the hunk that shows the line, null when none does. */
  hunkAt(line: number): number | null {
    if (this.#isWithin(this.#latest, line)) return this.#latest;
    const hunk = lastAtOrBelow(this.#first, line);
    if (!this.#isWithin(hunk, line)) return null;
    this.#latest = hunk;
    return hunk;
  }

  lineAt(line: number): DiffLine | null {
    const hunk = this.hunkAt(line);
    if (hunk === null) return null;
    return this.#linesOf(hunk)[line - (this.#first[hunk] ?? 0)] ?? null;
  }

  #isWithin(hunk: number, line: number): boolean {
    const first = this.#first[hunk];
    const end = this.#end[hunk];
    return first !== undefined && end !== undefined && line >= first && line < end;
  }

  /** The hunk's lines of this side only: they follow one another, so a line's number is its place. */
  #linesOf(hunk: number): readonly DiffLine[] {
    const known = this.#lines[hunk];
    if (known !== undefined) return known;
    const foreign = this.#side === "old" ? "added" : "deleted";
    const lines = (this.file.hunks[hunk]?.lines ?? []).filter(({ kind }) => kind !== foreign);
    this.#lines[hunk] = lines;
    return lines;
  }
}

/** Place of the last number that is not above `limit`, by bisection; -1 when all are. */
function lastAtOrBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
