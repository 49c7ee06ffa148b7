import { firstLine } from "./hunk-header.ts";
import type { DiffLine, FileDiff, Hunk, Side } from "./model.ts";

/** Finds lines of one side of a file in its hunks. */
export class SideIndex {
  readonly #hunks: readonly Hunk[];
  readonly #side: Side;
  /** First line of each hunk, ascending, because hunks never overlap. */
  readonly #first: readonly number[];
  readonly #lines: (readonly DiffLine[] | undefined)[] = [];

  constructor(file: FileDiff, side: Side) {
    this.#hunks = file.hunks;
    this.#side = side;
    this.#first = file.hunks.map((hunk) =>
      side === "old"
        ? firstLine(hunk.oldStart, hunk.oldCount)
        : firstLine(hunk.newStart, hunk.newCount),
    );
  }

  /** Index of the hunk that shows the line, null when none does. */
  hunkAt(line: number): number | null {
    const index = this.#lastBeginningBy(line);
    const hunk = this.#hunks[index];
    if (hunk === undefined) return null;
    const count = this.#side === "old" ? hunk.oldCount : hunk.newCount;
    return line - (this.#first[index] ?? 0) < count ? index : null;
  }

  lineAt(line: number): DiffLine | null {
    const hunk = this.hunkAt(line);
    if (hunk === null) return null;
    return this.#linesOf(hunk)[line - (this.#first[hunk] ?? 0)] ?? null;
  }

  /** The last hunk that begins at or before the line, by bisection; -1 when all begin later. */
  #lastBeginningBy(line: number): number {
    let low = 0;
    let high = this.#first.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#first[middle] ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The hunk's lines of this side only: they follow one another, so a line's number is its place. */
  #linesOf(hunk: number): readonly DiffLine[] {
    const known = this.#lines[hunk];
    if (known !== undefined) return known;
    const foreign = this.#side === "old" ? "added" : "deleted";
    const lines = (this.#hunks[hunk]?.lines ?? []).filter(({ kind }) => kind !== foreign);
    this.#lines[hunk] = lines;
    return lines;
  }
}
