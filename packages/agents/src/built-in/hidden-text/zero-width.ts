import type { Severity } from "@swarm-actions/review";
import type { Region } from "../source/lex.ts";
import { columnsOf, lineRule, listCharacters, type Sighting } from "./sighting.ts";
import type { SuspectLine } from "./suspect-line.ts";

const zeroWidth = /[\u180E\u200B-\u200D\u2060-\u2064\uFEFF]/g;
const joining =
  /[\p{Script=Arabic}\p{Script=Balinese}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Javanese}\p{Script=Kannada}\p{Script=Khmer}\p{Script=Malayalam}\p{Script=Mongolian}\p{Script=Myanmar}\p{Script=Nko}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Syriac}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Tibetan}]/u;
const unspaced =
  /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Tibetan}]/u;
const pictograph = /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F|\u{E007F})$/u;

export const zeroWidthRule = lineRule(
  {
    id: "hidden-text/zero-width",
    title: "Characters without width",
    severity: "medium",
    category: "security",
    why: "Nobody can see them, but a compiler, a comparison and a search can: two names that look the same differ, and a pasted one breaks code in a way that is hard to find.",
    fix: "Delete them, or write them as escapes such as `\\u200b` where a program needs them as data.",
    flagged: [
      {
        title: "a zero-width space inside a name",
        after: { "src/a.ts": "export const is\u200BAdmin = true;\n" },
      },
      {
        title: "a byte order mark in the middle of a file",
        after: { "src/a.py": "first = 1\n\uFEFFsecond = 2\n" },
      },
    ],
    clean: [
      {
        title: "a family of emoji",
        after: { "src/a.ts": 'export const family = "\u{1F469}\u200D\u{1F469}\u200D\u{1F466}";\n' },
      },
      {
        title: "Persian and Hindi, which need joiners",
        after: {
          "docs/names.md":
            "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \u0915\u094D\u200D\u0937\n",
        },
      },
      {
        title: "a byte order mark at the start of a file, and one that metadata begins with",
        after: {
          "src/a.cs": "\uFEFFnamespace A;\n",
          "art/logo.svg": '<svg>\n<?xpacket begin="\uFEFF" id="a"?>\n</svg>\n',
        },
      },
    ],
  },
  lookForZeroWidth,
);

function lookForZeroWidth(line: SuspectLine): Sighting | null {
  if (line.setting === "locale") return null;
  const columns = columnsOf(line.text, zeroWidth).filter((column) => !isNeeded(line, column));
  if (columns.length === 0) return null;
  const regions = columns.map((column) => line.region(column));
  const where = regions.includes("code") ? "in the middle of code" : "in this line";
  const message = `Characters without width ${where}: ${listCharacters(line.text, columns)}. They are invisible but count in every comparison and search; delete them, or write them as escapes.`;
  const cleaned = regions.includes("string") ? null : without(line.text, columns);
  return { severity: severityOf(line, regions), message, cleaned };
}

function severityOf(line: SuspectLine, regions: readonly Region[]): Severity {
  if (line.aside) return "low";
  if (regions.includes("code")) return "high";
  return regions.includes("string") ? "medium" : "low";
}

function isNeeded({ text, line }: SuspectLine, column: number): boolean {
  const before = text.slice(Math.max(0, column - 4), column);
  const after = text.slice(column + 1, column + 3);
  const character = text[column];
  if (character === "\uFEFF") return (line === 1 && column === 0) || opensPacket(text, column);
  if (character === "\u200B") return separates(before, after);
  if (character === "\u180E") return joining.test(before);
  if (character === "\u200D" && pictograph.test(before)) return /^\p{Emoji}/u.test(after);
  return (character === "\u200C" || character === "\u200D") && joining.test(before);
}

/** Metadata in images and documents begins with `<?xpacket begin="…"`, which holds the mark. */
function opensPacket(text: string, column: number): boolean {
  return text.slice(Math.max(0, column - 17), column).endsWith('<?xpacket begin="');
}

/** Breaks words where a script has no spaces, or keeps a glob's star and slash from ending a comment. */
function separates(before: string, after: string): boolean {
  return unspaced.test(before) || (before.endsWith("*") && after.startsWith("/"));
}

function without(text: string, columns: readonly number[]): string {
  const gone = new Set(columns);
  return Array.from({ length: text.length }, (_, at) => (gone.has(at) ? "" : text[at])).join("");
}
