import { messageOf } from "@swarm-actions/core";
import type { Place, ReviewTask, RuleDoc, TaskFile } from "@swarm-actions/review";
import { TomlError } from "smol-toml";
import { YAMLError } from "yaml";
import { type AddedLine, addedLines, placeOfLines } from "../added-lines.ts";
import { afterText } from "../after-text.ts";
import type { Observation, Rule } from "../define.ts";
import { readerOf } from "./readers/all.ts";
import { type Reader, type Reading, Unreadable } from "./readers/reading.ts";

/** One side of a file: what it says, that it is absent, or why it cannot be read. */
export type SideReading =
  | { readonly state: "read"; readonly reading: Reading }
  | { readonly state: "absent" }
  | { readonly state: "unreadable"; readonly reason: string };

/** A manifest or lockfile under review, both sides read once for all rules. */
export interface ReviewedFile {
  readonly file: TaskFile;
  readonly path: string;
  readonly reader: Reader;
  readonly after: SideReading;
  readonly before: SideReading;
  /** The lines the change adds, by line number. */
  readonly added: ReadonlyMap<number, AddedLine>;
}

const reviewed = new WeakMap<TaskFile, ReviewedFile | null>();

/** The task's manifests and lockfiles of which some hunk is to be reviewed. */
export function reviewedFiles(task: ReviewTask): readonly ReviewedFile[] {
  return task.files.flatMap((file) => {
    if (file.hunks.length === 0) return [];
    const known = reviewed.get(file);
    const made = known === undefined ? read(file) : known;
    if (known === undefined) reviewed.set(file, made);
    return made ?? [];
  });
}

/** A rule that looks at one file at a time. */
export function fileRule(
  doc: RuleDoc,
  look: (file: ReviewedFile, task: ReviewTask) => Iterable<Observation>,
): Rule {
  return {
    doc,
    check(task, signal) {
      const seen: Observation[] = [];
      for (const file of reviewedFiles(task)) {
        signal.throwIfAborted();
        seen.push(...look(file, task));
      }
      return seen;
    },
  };
}

/** The place of a line that the change adds; null when it does not. */
export function placeOfAdded({ added }: ReviewedFile, line: number): Place | null {
  const found = added.get(line);
  return found === undefined ? null : placeOfLines(found);
}

/** The place of the first added line in a range that holds `text`, else of the first added one. */
export function placeWithin(
  { added }: ReviewedFile,
  { startLine, endLine }: { readonly startLine: number; readonly endLine: number },
  text: string,
): Place | null {
  let first: AddedLine | null = null;
  for (let number = startLine; number <= endLine; number++) {
    const line = added.get(number);
    if (line?.text.includes(text)) return placeOfLines(line);
    first ??= line ?? null;
  }
  return first === null ? null : placeOfLines(first);
}

function read(file: TaskFile): ReviewedFile | null {
  const { path } = file.diff;
  const reader = readerOf(path);
  if (reader === null) return null;
  const after = readSide(reader, afterText(file));
  const before = readSide(reader, file.before);
  const added = new Map(addedLines(file).map((line) => [line.line, line]));
  return { file, path, reader, after, before, added };
}

function readSide(reader: Reader, text: string | null): SideReading {
  if (text === null) return { state: "absent" };
  try {
    return { state: "read", reading: reader.read(text) };
  } catch (error) {
    if (!isAboutTheText(error)) throw error;
    return { state: "unreadable", reason: messageOf(error).split("\n", 1)[0] ?? "" };
  }
}

/** Parsers recurse, so nesting without end shows as a range error. */
function isAboutTheText(error: unknown): boolean {
  const kinds = [Unreadable, SyntaxError, RangeError, TomlError, YAMLError];
  return kinds.some((kind) => error instanceof kind);
}
