import { brokenDiff } from "./broken-diff.ts";

/** Reads a diff line by line, without cutting it up beforehand. Lines end with `\n` only. */
export class Cursor {
  readonly text: string;
  /** Where the current line begins. */
  at = 0;
  /** Number of the current line, 1-based. */
  line = 1;

  constructor(text: string) {
    this.text = text;
    // Some editors and shells put a byte order mark before the first line.
    if (text.startsWith("\u{feff}")) this.at = 1;
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether the text ends before or within this line. */
  get endsHere(): boolean {
    return this.text.indexOf("\n", this.at) < 0;
  }

  /** Code of the first character of the line; NaN at the end of the text. */
  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  startsWith(prefix: string): boolean {
    return this.text.startsWith(prefix, this.at);
  }

  nextLineStartsWith(prefix: string): boolean {
    const end = this.text.indexOf("\n", this.at);
    return end >= 0 && this.text.startsWith(prefix, end + 1);
  }

  /** Goes to the line with number `line`, which begins at offset `at`. */
  moveTo(at: number, line: number): this {
    this.at = at;
    this.line = line;
    return this;
  }

  /** The current line, without its `\n`. */
  peek(): string {
    const end = this.text.indexOf("\n", this.at);
    return this.text.slice(this.at, end < 0 ? undefined : end);
  }

  /** Returns the current line and goes to the next. */
  take(): string {
    const start = this.at;
    this.skip();
    return this.text.slice(start, this.at - 1);
  }

  /** Goes to the next line. A line of the diff proper without `\n` was cut off. */
  skip(): void {
    const end = this.text.indexOf("\n", this.at);
    if (end < 0) throw brokenDiff("cut-off", this.line, "the diff ends in the middle of this line");
    this.at = end + 1;
    this.line++;
  }

  /** Goes to the next line of the text around the diffs, whose last line may lack its `\n`. */
  skipText(): void {
    const end = this.text.indexOf("\n", this.at);
    this.at = end < 0 ? this.text.length : end + 1;
    this.line++;
  }
}
