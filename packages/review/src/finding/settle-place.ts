import type { DiffIndex } from "./diff-index.ts";
import type { Place } from "./model.ts";

/** Where a remark may stand, or why it cannot stand at all. */
export type Settled =
  | { readonly kind: "kept"; readonly place: Place }
  /** Made wider: the lines it named cannot be pointed at. `lines` says which, null when none. */
  | {
      readonly kind: "demoted";
      readonly place: Place;
      readonly reason: string;
      readonly lines: string | null;
    }
  | { readonly kind: "dropped"; readonly reason: string };

/**
 * Finds the place of a remark in a diff. Lines that one hunk shows are kept as they are; other
 * lines make it a remark on the file, never on a nearby line. A file outside the change drops it:
 * a tool run on a whole repository would otherwise bury the change under what was there before.
 * @param place of unknown shape; no value makes this throw.
 */
export function settlePlace(place: unknown, index: DiffIndex): Settled {
  if (!isRecord(place)) return { kind: "dropped", reason: "the place is missing" };
  if (place.kind === "change") return { kind: "kept", place: { kind: "change" } };
  const file = findFile(place.path, index);
  if (file === null) return { kind: "dropped", reason: "the file is not part of the change" };
  const { path, isFormer } = file;
  if (place.kind === "file") return { kind: "kept", place: { kind: "file", path } };
  if (place.side === "new" && isFormer) {
    const reason = "the lines are of a path that was renamed";
    return { kind: "demoted", place: { kind: "file", path }, reason, lines: null };
  }
  return settleLines(path, place, index);
}

function settleLines(path: string, place: Record<string, unknown>, index: DiffIndex): Settled {
  const { side, startLine, endLine } = place;
  const file: Place = { kind: "file", path };
  const demoted = (reason: string, lines: string | null): Settled => {
    return { kind: "demoted", place: file, reason, lines };
  };
  if (place.kind !== "lines") return demoted("the kind of place is unknown", null);
  if (side !== "old" && side !== "new") return demoted("the side is unknown", null);
  if (!isLine(startLine) || !isLine(endLine) || startLine > endLine) {
    return demoted("the line range is invalid", null);
  }
  if (index.hunkOf(path, side, startLine, endLine) === null) {
    return demoted("the lines are outside the diff", describeLines(side, startLine, endLine));
  }
  return { kind: "kept", place: { kind: "lines", path, side, startLine, endLine } };
}

/** Models write paths as diffs do and linters as shells do; both mean the same file. */
function findFile(path: unknown, index: DiffIndex): { path: string; isFormer: boolean } | null {
  if (typeof path !== "string") return null;
  for (const spelling of [path, path.replace(/^\.\//, ""), path.replace(/^[ab]\//, "")]) {
    const file = index.file(spelling);
    if (file !== null) return { path: file.path, isFormer: file.path !== spelling };
  }
  return null;
}

function describeLines(side: "old" | "new", startLine: number, endLine: number): string {
  const before = side === "old" ? " before the change" : "";
  return startLine === endLine
    ? `line ${startLine}${before}`
    : `lines ${startLine}–${endLine}${before}`;
}

function isLine(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
