import { decodeString } from "micromark-util-decode-string";
import type { Span } from "./read-pieces.ts";

/** Words as people read them, and where each of their characters stands in the Markdown. */
export interface DecodedWords {
  readonly text: string;
  /** From a range of `text` to the Markdown that it was written as. */
  readonly sourceOf: (start: number, end: number) => Span;
}

const markdownEscape = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});/gi;
const htmlEscape = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});/gi;

/** Undoes escapes and character references: `\@user` and `&#64;user` notify as `@user` does. */
export function decodeWords(
  markdown: string,
  { start, end }: Span,
  language: "markdown" | "html",
): DecodedWords {
  const starts: number[] = [];
  let text = "";
  let from = start;
  const source = markdown.slice(start, end);
  const add = (decoded: string, at: number, step: 0 | 1): void => {
    for (let unit = 0; unit < decoded.length; unit++) starts.push(at + unit * step);
    text += decoded;
  };
  const escapes = language === "html" ? htmlEscape : markdownEscape;
  for (const { 0: written, index } of source.matchAll(escapes)) {
    add(markdown.slice(from, start + index), from, 1);
    add(decodeString(written), start + index, 0);
    from = start + index + written.length;
  }
  add(markdown.slice(from, end), from, 1);
  starts.push(end);
  return { text, sourceOf: (first, last) => sourceSpan(starts, first, last) };
}

/** A reference may stand for two characters; both are in the range then. */
function sourceSpan(starts: readonly number[], first: number, last: number): Span {
  const start = starts[first] ?? 0;
  let after = last;
  while (after < starts.length - 1 && starts[after] === starts[last - 1]) after++;
  return { start, end: starts[after] ?? start };
}
