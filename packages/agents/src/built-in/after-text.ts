import type { TaskFile } from "@swarm-actions/review";

/** The file after the change; a bare diff of a new text file holds it whole. Null when unknown. */
export function afterText(file: TaskFile): string | null {
  if (file.after !== null || file.diff.change !== "added" || file.diff.content !== "text") {
    return file.after;
  }
  const lines = file.diff.hunks.flatMap((hunk) => hunk.lines);
  return lines.map((line) => (line.noNewline ? line.text : `${line.text}\n`)).join("");
}
