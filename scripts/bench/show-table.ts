import { type BenchResult, showBound, showVerdict } from "./result.ts";

/** Results as a table for people, the details of each below it. */
export function showTable(results: readonly BenchResult[]): string {
  const head = ["benchmark", "ratio", "bound", ""];
  const rows = [head, ...results.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => alignedLine(row, widths));
  const details = results.map(({ name, detail }) => `${name}\n  ${detail}`);
  return [...lines, "", ...details].join("\n");
}

function cellsOf(result: BenchResult): string[] {
  return [result.name, result.ratio.toFixed(2), showBound(result), showVerdict(result)];
}

/** Names to the left, figures to the right. */
function alignedLine(
  [name = "", ...figures]: readonly string[],
  widths: readonly number[],
): string {
  const right = figures.map((text, at) => text.padStart(widths[at + 1] ?? 0));
  return [name.padEnd(widths[0] ?? 0), ...right].join("  ").trimEnd();
}
