import type { TaskFile } from "@swarm-actions/review";
import { reviewedHunks } from "../added-lines.ts";
import { languageOf } from "./language.ts";
import { type LexedLine, lexLines } from "./lex.ts";

/** Above this many characters only the hunks are lexed, not the whole file. */
const wholeFileLimit = 1024 * 1024;

/** Gives the segments of a line of the new file; null where its language is not known. */
export type LexedFile = (line: number) => LexedLine | null;

const lexedFiles = new WeakMap<TaskFile, LexedFile>();

/**
 * The new side of a file, lexed at the first question about it and then kept. With the whole file
 * at hand, comments and strings that began above a hunk are known; otherwise a hunk begins in code.
 */
export function lexedFileOf(file: TaskFile): LexedFile {
  const known = lexedFiles.get(file);
  if (known !== undefined) return known;
  let lines: ReadonlyMap<number, LexedLine> | null = null;
  const lexed: LexedFile = (line) => {
    lines ??= lexFile(file);
    return lines.get(line) ?? null;
  };
  lexedFiles.set(file, lexed);
  return lexed;
}

function lexFile(file: TaskFile): ReadonlyMap<number, LexedLine> {
  const language = languageOf(file.diff.path);
  if (language === null) return new Map();
  if (file.after !== null && file.after.length <= wholeFileLimit) {
    const lexed = lexLines(file.after.split("\n"), language);
    return new Map(lexed.map((line, index) => [index + 1, line]));
  }
  const lines = new Map<number, LexedLine>();
  for (const { hunk } of reviewedHunks(file)) {
    const kept = hunk.lines.filter((line) => line.newLine !== null);
    const lexed = lexLines(
      kept.map((line) => line.text),
      language,
    );
    for (const [index, line] of lexed.entries()) lines.set(kept[index]?.newLine ?? 0, line);
  }
  return lines;
}
