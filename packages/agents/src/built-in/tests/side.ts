import type { Side, TaskFile } from "@swarm-actions/review";
import { languageOf } from "../source/language.ts";
import { lexLines, type Region } from "../source/lex.ts";
import { type TestLanguage, testLanguageOf } from "./test-language.ts";

/** One side of a changed file, or as much of it as the diff shows. Lines are 1-based. */
export interface FileSide {
  readonly language: TestLanguage;
  /** False when only the diff is at hand: lines between hunks are missing then. */
  readonly whole: boolean;
  /** The last line there is. */
  readonly end: number;
  /** The line as written, up to a thousand characters; empty when it is not known. */
  raw(line: number): string;
  /** The line without comments and without what stands in strings; the quotes stay. */
  code(line: number): string;
}

/** What stands further right is data; rules look for patterns, which may take long on a long line. */
const longestLine = 1_000;

const known = new WeakMap<TaskFile, Map<Side, FileSide | null>>();

/** The side of a file in a language that the rules read; null for other files and absent sides. */
export function sideOf(file: TaskFile, side: Side): FileSide | null {
  const sides = known.get(file) ?? new Map<Side, FileSide | null>();
  known.set(file, sides);
  const found = sides.get(side);
  if (found !== undefined) return found;
  const made = readSide(file, side);
  sides.set(side, made);
  return made;
}

function readSide(file: TaskFile, side: Side): FileSide | null {
  const path = side === "new" ? file.diff.newPath : file.diff.oldPath;
  const language = path === null ? null : testLanguageOf(path);
  if (language === null) return null;
  const text = side === "new" ? file.after : file.before;
  return text === null ? sideOfHunks(file, side, language) : sideOfText(text, file, language);
}

function sideOfText(text: string, file: TaskFile, language: TestLanguage): FileSide {
  const raw = text.split("\n");
  const code = codeOf(raw, file);
  const lineOf = (lines: readonly string[]) => (line: number) => beginning(lines[line - 1]);
  return {
    language,
    whole: true,
    end: raw.length,
    raw: lineOf(raw),
    code: lineOf(code),
  };
}

function sideOfHunks(file: TaskFile, side: Side, language: TestLanguage): FileSide {
  const raw = new Map<number, string>();
  const code = new Map<number, string>();
  let end = 0;
  for (const hunk of file.diff.hunks) {
    const lines = hunk.lines.filter((line) => numberOn(line, side) !== null);
    const masked = codeOf(
      lines.map((line) => line.text),
      file,
    );
    for (const [index, line] of lines.entries()) {
      end = numberOn(line, side) ?? end;
      raw.set(end, line.text);
      code.set(end, masked[index] ?? "");
    }
  }
  const lineOf = (lines: ReadonlyMap<number, string>) => (line: number) =>
    beginning(lines.get(line));
  return { language, whole: false, end, raw: lineOf(raw), code: lineOf(code) };
}

function beginning(line: string | undefined): string {
  return line?.slice(0, longestLine) ?? "";
}

function codeOf(lines: readonly string[], file: TaskFile): readonly string[] {
  const lexed = lexLines(lines, languageOf(file.diff.path) ?? "javascript");
  return lines.map((line, index) =>
    (lexed[index] ?? [])
      .map(({ region, start, end }) => shown(line.slice(start, end), region))
      .join(""),
  );
}

function shown(text: string, region: Region): string {
  if (region === "code") return text;
  if (region === "comment" || text.length < 2) return quotesOf(text, region);
  const [first, last] = [text.slice(0, 1), text.slice(-1)];
  const inside = " ".repeat(text.length - 2);
  return quotesOf(first, region) + inside + quotesOf(last, region);
}

function quotesOf(text: string, region: Region): string {
  return region === "string" && /^["'`]$/.test(text) ? text : " ".repeat(text.length);
}

function numberOn(
  line: { readonly oldLine: number | null; readonly newLine: number | null },
  side: Side,
): number | null {
  return side === "new" ? line.newLine : line.oldLine;
}

/** The number of blanks that the line begins with; null for a blank line. */
export function indentationOf(line: string): number | null {
  const width = line.search(/\S/);
  return width < 0 ? null : width;
}
