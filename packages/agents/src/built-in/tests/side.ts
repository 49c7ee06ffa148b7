import type { Side, TaskFile } from "@swarm-actions/review";
import { type Language, languageOf } from "./language.ts";
import { maskCode } from "./masked-code.ts";

/** One side of a changed file, or as much of it as the diff shows. Lines are 1-based. */
export interface FileSide {
  readonly language: Language;
  /** False when only the diff is at hand: lines between hunks are missing then. */
  readonly whole: boolean;
  /** The last line there is. */
  readonly end: number;
  /** The line as written; empty when it is not known. */
  raw(line: number): string;
  /** The line without comments and without what stands in strings. */
  code(line: number): string;
}

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
  const language = path === null ? null : languageOf(path);
  if (language === null) return null;
  const text = side === "new" ? file.after : file.before;
  return text === null ? sideOfHunks(file, side, language) : sideOfText(text, language);
}

function sideOfText(text: string, language: Language): FileSide {
  const raw = text.split("\n");
  const code = maskCode(text, language).split("\n");
  return {
    language,
    whole: true,
    end: raw.length,
    raw: (line) => raw[line - 1] ?? "",
    code: (line) => code[line - 1] ?? "",
  };
}

function sideOfHunks(file: TaskFile, side: Side, language: Language): FileSide {
  const raw = new Map<number, string>();
  const code = new Map<number, string>();
  let end = 0;
  for (const hunk of file.diff.hunks) {
    const lines = hunk.lines.filter((line) => numberOn(line, side) !== null);
    const masked = maskCode(lines.map((line) => line.text).join("\n"), language).split("\n");
    for (const [index, line] of lines.entries()) {
      end = numberOn(line, side) ?? end;
      raw.set(end, line.text);
      code.set(end, masked[index] ?? "");
    }
  }
  const lineOf = (lines: ReadonlyMap<number, string>) => (line: number) => lines.get(line) ?? "";
  return { language, whole: false, end, raw: lineOf(raw), code: lineOf(code) };
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
