import { cutText, longestBackquotes } from "@swarm-actions/core";
import { visible, visibleLine } from "../visible.ts";

const codeInText = /`([^`\n]{1,300})`/g;

/** Writes words of an agent or a change as Markdown; each cuts the text to `limit` characters. */
export interface MarkdownWriter {
  /**
   * `code` stays code, everything else is literal. No heading, list, link, image or HTML can come out
   * of it.
   */
  readonly proseOf: (text: string, limit?: number) => string;
  /** The same on one line, fit for a table's cell or a heading. */
  readonly wordsOf: (text: string, limit?: number) => string;
  /** A code span around any text; words instead where a table could not hold the code. */
  readonly codeOf: (text: string, limit?: number) => string;
}

/** @param finish what becomes of literal words at last, already escaped. */
export function createMarkdownWriter(finish: (words: string) => string): MarkdownWriter {
  const proseLine = (line: string): string => {
    let out = "";
    let from = 0;
    for (const match of line.matchAll(codeInText)) {
      out += finish(literal(line.slice(from, match.index))) + codeOf(match[1] ?? "");
      from = match.index + match[0].length;
    }
    out += finish(literal(line.slice(from)));
    return out.replace(/^(?:[-+=:#]|\d{1,9}[.)])/, (start) => start.replace(/\D$/, "\\$&"));
  };
  const wordsOf: MarkdownWriter["wordsOf"] = (text, limit = 300) =>
    proseLine(visibleLine(cutText(text, limit)).trim());
  const codeOf: MarkdownWriter["codeOf"] = (text, limit = 300) => {
    const line = visibleLine(cutText(text, limit)).trim();
    if (line === "" || line.includes("|")) return wordsOf(line, limit);
    const ticks = "`".repeat(longestBackquotes(line) + 1);
    const gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return `${ticks}${gap}${line}${gap}${ticks}`;
  };
  const proseOf: MarkdownWriter["proseOf"] = (text, limit = 2000) => {
    const lines = visible(cutText(text, limit)).replaceAll("\t", " ").split("\n");
    return lines.map((line) => proseLine(line.trim())).join("\n");
  };
  return { proseOf, wordsOf, codeOf };
}

/** For where nothing else looks at the Markdown: no mention and no reference comes out of it either. */
export const { proseOf, wordsOf, codeOf } = createMarkdownWriter(breakReferences);

function literal(text: string): string {
  return text
    .replace(/[&<>|]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*[\]~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&");
}

/** Breaks what GitHub would turn into a link or a mention with a zero-width space of our own. */
function breakReferences(words: string): string {
  return words
    .replaceAll("@", "@&#8203;")
    .replace(/(?<!&)#(?=\d)/g, "#&#8203;")
    .replace(/GH-(?=\d)/gi, "$&&#8203;")
    .replaceAll("://", ":&#8203;//")
    .replace(/www(?=\.)/gi, "$&&#8203;");
}
