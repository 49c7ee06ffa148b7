import { firstLine } from "./hunk-header.ts";
import type { DiffLine, FileDiff, Hunk, Side } from "./model.ts";

/** The hunk, as an index into the file's hunks, that shows all lines of a range. */
export interface FoundPosition {
  readonly ok: true;
  readonly file: FileDiff;
  readonly hunk: number;
}

/** The lines of one side that one hunk shows. */
export interface Span {
  readonly first: number;
  /** The line after the last one. */
  readonly end: number;
  /** The answer for every place in it: one object, however many places are asked for. */
  readonly position: FoundPosition;
}

/** Finds lines of one side of a file in its hunks. */
export class SideIndex {
  readonly file: FileDiff;
  readonly #side: Side;
  /** One for each hunk; ascending, because hunks never overlap. */
  readonly #spans: readonly Span[];
  readonly #lines: (readonly DiffLine[] | undefined)[] = [];
  /** Where the last line was found: the next question is mostly about its neighbour. */
  #latest: Span | null = null;

  constructor(file: FileDiff, side: Side) {
    this.file = file;
    this.#side = side;
    this.#spans = file.hunks.map((hunk, index) => spanOf(file, hunk, index, side));
  }

  /** The span that holds the line, null when the diff does not show it. */
  spanAt(line: number): Span | null {
    const latest = this.#latest;
    if (latest !== null && line >= latest.first && line < latest.end) return latest;
    const span = lastBeginningBy(this.#spans, line);
    if (span === undefined || !(line < span.end)) return null;
    this.#latest = span;
    return span;
  }

  lineAt(line: number): DiffLine | null {
    const span = this.spanAt(line);
    return span === null ? null : (this.#linesOf(span.position.hunk)[line - span.first] ?? null);
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

function spanOf(file: FileDiff, hunk: Hunk, index: number, side: Side): Span {
  const start = side === "old" ? hunk.oldStart : hunk.newStart;
  const count = side === "old" ? hunk.oldCount : hunk.newCount;
  const first = firstLine(start, count);
  return { first, end: first + count, position: { ok: true, file, hunk: index } };
}

/** By bisection; undefined when all spans begin later. */
function lastBeginningBy(spans: readonly Span[], line: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const first = spans[middle]?.first ?? 0;
    if (first <= line) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}
