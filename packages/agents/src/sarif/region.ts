import type { Claim, Edit } from "../reported/claim.ts";
import { type ColumnUnit, lineOfOffset } from "../reported/columns.ts";
import type { SarifRegion, SarifRun } from "./log.ts";

/** The lines a region covers; null for the whole file, `unknown` when only the text would tell. */
export function linesOf(
  region: SarifRegion | undefined,
  unit: ColumnUnit,
  content: string | null | undefined,
): Claim["lines"] | "unknown" {
  if (region === undefined) return null;
  if (region.startLine !== undefined) return byLine(region, region.startLine);
  const { charOffset, charLength, byteOffset, byteLength } = region;
  if (charOffset !== undefined && charOffset >= 0) {
    return byOffset(content, charOffset, charLength ?? 0, unit);
  }
  if (byteOffset !== undefined && byteOffset >= 0) {
    return byOffset(content, byteOffset, byteLength ?? 0, "utf8-bytes");
  }
  return null;
}

/** What a run's columns count; the standard leaves room for runs that do not say. */
export function columnUnit(run: SarifRun): ColumnUnit {
  if (run.columnKind === "utf16CodeUnits") return "utf16";
  return run.columnKind === "unicodeCodePoints" ? "code-points" : "ambiguous";
}

/** A replacement of a region given by lines and columns; null for one given otherwise. */
export function editOf(region: SarifRegion, text: string, unit: ColumnUnit): Edit | null {
  const { startLine, startColumn = 1, endColumn = null } = region;
  if (startLine === undefined || startLine < 1) return null;
  const endLine = region.endLine ?? startLine;
  return { startLine, startColumn, endLine, endColumn, unit, text };
}

function byLine(region: SarifRegion, startLine: number): Claim["lines"] {
  if (startLine < 1) return null;
  const given = Math.max(region.endLine ?? startLine, startLine);
  // The end column is exclusive: a region that ends before the first column of a line has nothing
  // of that line.
  const endLine = region.endColumn === 1 && given > startLine ? given - 1 : given;
  return { startLine, endLine };
}

function byOffset(
  content: string | null | undefined,
  offset: number,
  length: number,
  unit: ColumnUnit,
): Claim["lines"] | "unknown" {
  if (content === null || content === undefined) return "unknown";
  const startLine = lineOfOffset(content, offset, unit);
  if (startLine === null) return "unknown";
  const last = length > 0 ? lineOfOffset(content, offset + length - 1, unit) : startLine;
  return { startLine, endLine: last ?? startLine };
}
