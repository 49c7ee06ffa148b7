import { cutText } from "@swarm-actions/core";
import { visible, visibleLine } from "../visible.ts";

const codeInText = /`([^`\n]{1,300})`/g;

/**
 * Words of an agent or a change as Markdown: `code` stays code, everything else is literal. No
 * heading, list, link, image, HTML, mention or reference can come out of it.
 */
export function proseOf(text: string, limit = 2000): string {
  const lines = visible(cutText(text, limit)).replaceAll("\t", " ").split("\n");
  return lines.map((line) => proseLine(line.trim())).join("\n");
}

/** The same on one line, fit for a table's cell or a heading. */
export function wordsOf(text: string, limit = 300): string {
  return proseLine(visibleLine(cutText(text, limit)).trim());
}

/** A code span around any text; words instead where a table could not hold the code. */
export function codeOf(text: string, limit = 300): string {
  const line = visibleLine(cutText(text, limit)).trim();
  if (line === "" || line.includes("|")) return wordsOf(line, limit);
  const ticks = "`".repeat(longestRun(line) + 1);
  const gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${gap}${line}${gap}${ticks}`;
}

/** A fenced block that its content cannot end. */
export function fenceOf(lines: readonly string[], info: string): string {
  const ticks = "`".repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return [`${ticks}${info}`, ...lines, ticks].join("\n");
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

function proseLine(line: string): string {
  let out = "";
  let from = 0;
  for (const match of line.matchAll(codeInText)) {
    out += literal(line.slice(from, match.index)) + codeOf(match[1] ?? "");
    from = match.index + match[0].length;
  }
  out += literal(line.slice(from));
  return out.replace(/^(?:[-+=:#]|\d{1,9}(?=[.)]))/, escapeStart);
}

function escapeStart(start: string): string {
  return /\d/.test(start) ? `${start}&#8203;` : `\\${start}`;
}

/** Breaks what GitHub would turn into a link or a mention with a zero-width space of our own. */
function literal(text: string): string {
  return text
    .replace(/[&<>|]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*[\]~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&")
    .replaceAll("@", "@&#8203;")
    .replace(/(?<!&)#(?=\d)/g, "#&#8203;")
    .replace(/GH-(?=\d)/gi, "$&&#8203;")
    .replaceAll("://", ":&#8203;//")
    .replace(/www(?=\.)/gi, "$&&#8203;");
}
