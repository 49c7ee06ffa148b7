import { parseMarkdown } from "./parse-markdown.ts";
import type { Span } from "./read-pieces.ts";

/** A block that GitHub offers to commit. */
interface SuggestionBlock {
  /** The word `suggestion`. */
  readonly info: Span;
  readonly code: string;
}

/** The code of every block of Markdown that GitHub offers to commit. */
export function suggestionsIn(markdown: string): ReadonlySet<string> {
  return new Set(blocksOf(markdown).map(({ code }) => code));
}

/** Nobody may commit code that was changed on its way: such a block becomes one to read. */
export function demoteChanged(markdown: string, unchanged: ReadonlySet<string>): string {
  let out = "";
  let from = 0;
  for (const { info, code } of blocksOf(markdown)) {
    if (unchanged.has(code)) continue;
    out += `${markdown.slice(from, info.start)}text`;
    from = info.end;
  }
  return out + markdown.slice(from);
}

function blocksOf(markdown: string): readonly SuggestionBlock[] {
  if (!/suggestion/i.test(markdown)) return [];
  const blocks: SuggestionBlock[] = [];
  let info: Span | null = null;
  for (const [phase, { type, start, end }] of parseMarkdown(markdown)) {
    if (phase !== "exit") continue;
    const source = markdown.slice(start.offset, end.offset);
    if (type === "codeFencedFenceInfo" && /^suggestion$/i.test(source)) {
      info = { start: start.offset, end: end.offset };
    }
    if (type !== "codeFenced") continue;
    if (info !== null) blocks.push({ info, code: markdown.slice(info.end, end.offset) });
    info = null;
  }
  return blocks;
}
