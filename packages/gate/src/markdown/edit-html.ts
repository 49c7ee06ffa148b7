import { decodeWords } from "./decode-words.ts";
import type { Edit } from "./edit.ts";
import { editDecoded } from "./edit-words.ts";
import type { Span } from "./read-pieces.ts";

/** What our own reports are made of. Of attributes only `open` does no harm and is of use. */
const allowed =
  /^<(?:\/?(?:details|summary|sub|sup|br|code|pre|table|thead|tbody|tr|th|td)\s?\/?|details open)>/i;
const longestTag = 16;

/** Shows a tag within a line as text, unless it is one of ours. */
export function editInlineHtml(markdown: string, span: Span): readonly Edit[] {
  const source = markdown.slice(span.start, span.end);
  return allowed.exec(source)?.[0] === source ? [] : [shown(span, source)];
}

/**
 * Shows as text every `<` of a block of HTML that does not begin a tag of ours; where there is none, shows
 * as code what GitHub would link or notify somebody of: Markdown does not reach in here.
 */
export function editBlockHtml(markdown: string, { start, end }: Span): readonly Edit[] {
  const foreign: Edit[] = [];
  const words: Edit[] = [];
  let from = start;
  let tag = "";
  for (const { 0: sign, index } of markdown.slice(start, end).matchAll(/</g)) {
    const at = start + index;
    const next = allowed.exec(markdown.slice(at, Math.min(end, at + longestTag)))?.[0];
    words.push(...editText(markdown, { start: from, end: at }, tag));
    if (next === undefined) foreign.push(shown({ start: at, end: at + 1 }, sign));
    tag = next ?? "";
    from = at + tag.length;
  }
  return foreign.length > 0
    ? foreign
    : [...words, ...editText(markdown, { start: from, end }, tag)];
}

function editText(markdown: string, span: Span, tag: string): readonly Edit[] {
  const isCode = /^<code>$/i.test(tag) && /^<\/code>/i.test(markdown.slice(span.end, span.end + 7));
  if (span.start === span.end || isCode) return [];
  return editDecoded(
    decodeWords(markdown, span, "html"),
    (text) => `<code>${entities(text)}</code>`,
  );
}

function shown(span: Span, source: string): Edit {
  return { ...span, rule: "html", replacement: source.replaceAll("<", "&lt;") };
}

function entities(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
