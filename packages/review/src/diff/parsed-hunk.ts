import { readBody } from "./hunk-body.ts";
import type { HunkHeader } from "./hunk-header.ts";
import type { DiffLine, Hunk } from "./model.ts";

/**
 * A hunk whose lines are made when they are first asked for: most readers of a large diff need few
 * of them, and the rest costs neither time nor memory.
 */
export class ParsedHunk implements Hunk {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
  readonly heading: string;
  declare readonly lines: readonly DiffLine[];
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  #lines: readonly DiffLine[] | null = null;

  /** The body of the hunk stands in `text` from offset `start` to `end`. */
  constructor(header: HunkHeader, text: string, start: number, end: number) {
    this.oldStart = header.oldStart;
    this.oldCount = header.oldCount;
    this.newStart = header.newStart;
    this.newCount = header.newCount;
    this.heading = header.heading;
    this.#text = text;
    this.#start = start;
    this.#end = end;
    Object.defineProperty(this, "lines", ParsedHunk.#linesProperty);
  }

  /** The object's own and enumerable, so that copies by spread, JSON and structured clone have it. */
  static readonly #linesProperty: PropertyDescriptor & ThisType<ParsedHunk> = {
    enumerable: true,
    get() {
      this.#lines ??= readBody(this.#text, this.#start, this.#end, this);
      return this.#lines;
    },
  };
}
