import type { Side } from "@swarm-actions/review";
import type { OpenDiff } from "./contestants.ts";

/** The lines that a hunk shows on one side, which follow one another from `first` on. */
export interface Questions {
  readonly path: string;
  readonly side: Side;
  readonly hunk: number;
  readonly first: number;
  readonly texts: readonly string[];
}

/**
 * Every line of both sides of a simple diff (no renames, plain names, newline at every end), read
 * by means of its own, so that no contestant marks its own work.
 */
export function listQuestions(diff: string): Questions[] {
  const questions: Questions[] = [];
  let path = "";
  let hunk = -1;
  const rows = diff.split("\n");
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? "";
    if (row.startsWith("diff --git ")) {
      path = row.slice(row.indexOf(" b/") + 3);
      hunk = -1;
    } else if (row.startsWith("@@ ")) {
      const { oldFirst, newFirst, count } = readHunkRow(row);
      const body = bodyOf(rows, at + 1, count);
      at += body.length;
      hunk++;
      questions.push({ path, hunk, side: "old", first: oldFirst, texts: textsOf(body, "+") });
      questions.push({ path, hunk, side: "new", first: newFirst, texts: textsOf(body, "-") });
    }
  }
  return questions;
}

/** Where both sides begin, and how many lines they have together. */
function readHunkRow(row: string): { oldFirst: number; newFirst: number; count: number } {
  const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(row) ?? [];
  const number = (at: number): number => Number(match[at] ?? 1);
  return { oldFirst: number(1), newFirst: number(3), count: number(2) + number(4) };
}

/** The rows from `start` on that make up `count` lines of both sides, context counting for two. */
function bodyOf(rows: readonly string[], start: number, count: number): string[] {
  let left = count;
  let end = start;
  for (; left > 0; end++) left -= rows[end]?.startsWith(" ") ? 2 : 1;
  return rows.slice(start, end);
}

function textsOf(body: readonly string[], foreign: string): string[] {
  return body.filter((row) => !row.startsWith(foreign)).map((row) => row.slice(1));
}

/** How many lines were found in the right hunk. */
export function countLocated(diff: OpenDiff, questions: readonly Questions[]): number {
  let right = 0;
  for (const { path, side, hunk, first, texts } of questions)
    for (let line = first; line < first + texts.length; line++)
      if (diff.hunkOf(path, side, line) === hunk) right++;
  return right;
}

/** How many lines have a text at all; whether it is right is for `countRight`. */
export function countRead(diff: OpenDiff, questions: readonly Questions[]): number {
  let found = 0;
  for (const { path, side, first, texts } of questions)
    for (let line = first; line < first + texts.length; line++)
      if (diff.textOf(path, side, line) !== null) found++;
  return found;
}

/** How many lines have the right text. */
export function countRight(diff: OpenDiff, questions: readonly Questions[]): number {
  let right = 0;
  for (const { path, side, first, texts } of questions)
    for (const [index, text] of texts.entries())
      if (diff.textOf(path, side, first + index) === text) right++;
  return right;
}
