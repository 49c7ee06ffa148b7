import { cutText, fenceOf, longestBackquotes } from "@swarm-actions/core";
import { parseMarkdown } from "./parse-markdown.ts";

const note = "\n\n*The rest was too long to be written here.*";
const closing = "\n\n</details>";

/**
 * Cuts Markdown to `room` UTF-16 units between two of its blocks, never inside code, a list or a table,
 * and closes what was folded out. Where no block is short enough, the beginning is shown as code.
 */
export function cutMarkdown(markdown: string, room: number): string {
  if (markdown.length <= room) return markdown;
  const most = room - note.length - closing.length * count(markdown, /<details/gi);
  const end = blockEnds(markdown).findLast((at) => at <= most) ?? 0;
  if (end > 0) return closed(markdown.slice(0, end)) + note;
  const ticks = 2 * Math.max(3, longestBackquotes(markdown) + 1) + 20;
  const shown = cutText(markdown, Math.max(1, room - note.length - ticks));
  return fenceOf([shown], "text") + note;
}

function closed(markdown: string): string {
  const open = count(markdown, /<details/gi) - count(markdown, /<\/details/gi);
  return markdown + closing.repeat(Math.max(0, open));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Where each block ends that stands on its own. */
function blockEnds(markdown: string): readonly number[] {
  let depth = 0;
  const ends: number[] = [];
  for (const [phase, token] of parseMarkdown(markdown)) {
    if (phase === "enter") depth++;
    else if (--depth === 0) ends.push(token.end.offset);
  }
  return ends;
}
