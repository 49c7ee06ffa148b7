import type { TaskFile } from "@swarm-actions/review";
import { sideOf } from "./side.ts";

/** Lines that left their place; the same line elsewhere has moved and is not new. */
export function deletedLines(files: readonly TaskFile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, text } of files.flatMap((file) =>
    file.diff.hunks.flatMap((hunk) => hunk.lines),
  )) {
    if (kind === "deleted") counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1);
  }
  return counts;
}

/** How many lines of logic the change adds to the file; takes what has moved out of `moved`. */
export function newLogic(file: TaskFile, moved: Map<string, number>): number {
  const side = sideOf(file, "new");
  if (side === null) return 0;
  let count = 0;
  for (const { kind, text, newLine } of file.diff.hunks.flatMap((hunk) => hunk.lines)) {
    if (kind !== "added" || newLine === null || !isLogic(side.code(newLine))) continue;
    const left = moved.get(text.trim()) ?? 0;
    if (left > 0) moved.set(text.trim(), left - 1);
    else count++;
  }
  return count;
}

/** Anything that runs: not blank, a bracket, an import, an annotation, or a string alone. */
function isLogic(code: string): boolean {
  const trimmed = code.trim();
  if (!/\w/.test(trimmed)) return false;
  return !/^(?:import|from|export \*|export type|type|interface|use|using|package|namespace|module|require|include|mod|pub use|pub mod)\b|^[@#["'`]/.test(
    trimmed,
  );
}
