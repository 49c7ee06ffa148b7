import { decodeString } from "micromark-util-decode-string";
import { isHidden } from "../hidden-unicode.ts";

/** A text as people or programs may read it, and where its UTF-16 units stand in what was written. */
export interface Guise {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const markup = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});|\\[!-/:-@[-`{-~]|<[^<>]{0,300}>/gi;
const emphasis = /[*~`]/g;

/**
 * What a secret may look like to whoever reads a text rendered: without escapes, character references,
 * tags and comments, and without marks of emphasis and code. Those equal to the text are left out.
 */
export function guisesOf(written: string): readonly Guise[] {
  const starts = Array.from({ length: written.length }, (_, at) => at);
  const plain = { text: written, starts, ends: starts.map((at) => at + 1) };
  const rendered = rewrite(plain, markup, renderMarkup);
  const bare = rewrite(rendered, emphasis, () => "");
  const texts = new Set([written]);
  return [rendered, bare].filter(({ text }) => !texts.has(text) && texts.add(text));
}

function renderMarkup(found: string): string {
  if (found.startsWith("<")) return "";
  return decodeString(found).replace(/./gsu, (character) => (isHidden(character) ? "" : character));
}

function rewrite(guise: Guise, pattern: RegExp, write: (found: string) => string): Guise {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let from = 0;
  const copy = (to: number): void => {
    parts.push(guise.text.slice(from, to));
    for (let at = from; at < to; at++) place(at, at);
  };
  const place = (first: number, last: number): void => {
    starts.push(guise.starts[first] ?? 0);
    ends.push(guise.ends[last] ?? 0);
  };
  for (const { 0: found, index } of guise.text.matchAll(pattern)) {
    copy(index);
    from = index + found.length;
    const written = write(found);
    parts.push(written);
    for (let unit = 0; unit < written.length; unit++) place(index, from - 1);
  }
  copy(guise.text.length);
  return { text: parts.join(""), starts, ends };
}
