import type { Claim, Edit } from "../reported/claim.ts";
import type { ColumnUnit } from "../reported/columns.ts";
import type { DiagnosticRange } from "./diagnostic.ts";

/** The lines of a range; null, the whole file, when it has none. */
export function linesOf(range: DiagnosticRange | undefined): Claim["lines"] {
  const startLine = range?.start?.line ?? 0;
  if (startLine < 1) return null;
  const given = Math.max(range?.end?.line ?? startLine, startLine);
  // The end is exclusive where columns are given, and inclusive where only lines are.
  const endLine = range?.end?.column === 1 && given > startLine ? given - 1 : given;
  return { startLine, endLine };
}

/** A suggestion as an edit; null when its range says no line. */
export function editOf(range: DiagnosticRange, text: string, unit: ColumnUnit): Edit | null {
  const startLine = range.start?.line ?? 0;
  if (startLine < 1) return null;
  const startColumn = range.start?.column ?? 0;
  const linewise = startColumn < 1 && (range.end?.column ?? 0) < 1;
  const endLine = range.end?.line ?? startLine;
  if (linewise) return editOfLines(startLine, endLine, text, unit);
  const from = Math.max(startColumn, 1);
  // Without an end the range is empty: the text is inserted.
  const endColumn = range.end === undefined ? from : (range.end.column ?? 0);
  const end = endColumn < 1 ? null : endColumn;
  return { startLine, startColumn: from, endLine, endColumn: end, unit, text };
}

/** A range of lines includes the end of the last: an empty text deletes them. */
function editOfLines(startLine: number, last: number, text: string, unit: ColumnUnit): Edit {
  const whole = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return { startLine, startColumn: 1, endLine: last + 1, endColumn: 1, unit, text: whole };
}
