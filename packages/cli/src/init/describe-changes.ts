import { visible } from "@swarm-actions/display";
import { structuredPatch } from "diff";
import { createColors } from "picocolors";
import type { PlannedFile } from "./plan-files.ts";

/** What would change, as a diff; of a generated file only how large it is. */
export function describeChanges(files: readonly PlannedFile[], color: boolean): string {
  return files.map((file) => `${describe(file, color)}\n`).join("\n");
}

function describe(file: PlannedFile, color: boolean): string {
  const paint = createColors(color);
  const state = file.before === null ? "new file" : "changed";
  const title = paint.bold(`${file.path} (${state})`);
  if (file.generated) {
    const lines = file.after.split("\n").length - 1;
    return `${title}\n  ${lines} lines, as \`swarm-actions config schema\` prints them`;
  }
  return [title, ...diffLines(file).map((line) => paintLine(line, paint))].join("\n");
}

function diffLines({ before, after }: PlannedFile): readonly string[] {
  const { hunks } = structuredPatch("", "", before ?? "", after, "", "", { context: 3 });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    // Where nothing stands, git counts from the line before.
    `@@ -${oldLines === 0 ? oldStart - 1 : oldStart},${oldLines} +${newStart},${newLines} @@`,
    // What stands in the file now may hold terminal escapes.
    ...lines.map(visible),
  ]);
}

function paintLine(line: string, paint: ReturnType<typeof createColors>): string {
  if (line.startsWith("+")) return paint.green(line);
  if (line.startsWith("-")) return paint.red(line);
  return line.startsWith("@") ? paint.cyan(line) : line;
}
