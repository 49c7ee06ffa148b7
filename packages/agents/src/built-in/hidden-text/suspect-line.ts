import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import { type AddedLine, addedLines } from "../added-lines.ts";
import {
  isFixturePath,
  isGeneratedPath,
  isLocalePath,
  isTestPath,
  isVendoredPath,
} from "../path-kinds.ts";
import { languageOf } from "../source/language.ts";
import { type Region, regionAt } from "../source/lex.ts";
import { lexedFileOf } from "../source/lexed-file.ts";

/** What a file is for: programs, text for people, or texts in several languages. */
type Setting = "code" | "prose" | "locale";

/** Nobody writes longer lines by hand: a program made them, and no reviewer reads them anyway. */
const longestWritten = 5_000;

/** An added line that is not all ASCII. */
export interface SuspectLine extends AddedLine {
  readonly file: TaskFile;
  readonly setting: Setting;
  /** Whether the file is a test, data of one, or not written by hand here. */
  readonly aside: boolean;
  /** What stands at a column (0-based, in UTF-16 code units); outside programs it is all comment. */
  region(column: number): Region;
}

const known = new WeakMap<ReviewTask, readonly SuspectLine[]>();

/** The lines worth a closer look, found once per task. */
export function suspectLines(task: ReviewTask): readonly SuspectLine[] {
  const lines = known.get(task) ?? task.files.flatMap(suspectLinesOf);
  known.set(task, lines);
  return lines;
}

function suspectLinesOf(file: TaskFile): SuspectLine[] {
  const { path } = file.diff;
  const setting = settingOf(path);
  const aside = [isTestPath, isFixturePath, isVendoredPath, isGeneratedPath].some((is) => is(path));
  const found: SuspectLine[] = [];
  for (const line of addedLines(file)) {
    if (!hasNonAscii(line.text)) continue;
    const region = (column: number): Region =>
      setting === "code" ? regionAt(lexedFileOf(file)(line.line) ?? [], column) : "comment";
    const made = line.text.length > longestWritten;
    found.push({ ...line, file, setting, aside: aside || made, region });
  }
  return found;
}

function settingOf(path: string): Setting {
  if (isLocalePath(path)) return "locale";
  return languageOf(path) === null ? "prose" : "code";
}

function hasNonAscii(text: string): boolean {
  return /[\u0080-\uffff]/.test(text);
}
