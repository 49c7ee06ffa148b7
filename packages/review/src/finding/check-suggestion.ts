import type { DiffIndex } from "./diff-index.ts";
import type { Place, Suggestion } from "./model.ts";

export type SuggestionCheck =
  | { readonly ok: true; readonly suggestion: Suggestion }
  | { readonly ok: false; readonly reason: string };

const maxReplacementLength = 20_000;

/**
 * Proves that a suggestion can be applied where its remark stands: its range is inside the new-side
 * lines of one hunk, as GitHub demands, covers the remark's own lines, and its text changes
 * something and holds nothing that would not survive being committed.
 * @param suggestion of unknown shape; no value makes this throw.
 */
export function checkSuggestion(
  suggestion: unknown,
  place: Place,
  index: DiffIndex,
): SuggestionCheck {
  if (place.kind !== "lines") return refused("the remark does not stand on lines");
  if (place.side !== "new") return refused("the remark stands on the old side");
  const well = readSuggestion(suggestion);
  if (well === null) return refused("it is malformed");
  const { startLine, endLine, replacement } = well;
  if (startLine > place.startLine || endLine < place.endLine) {
    return refused("it does not cover the lines of its remark");
  }
  if (index.hunkOf(place.path, "new", startLine, endLine) === null) {
    return refused("its lines are outside the diff");
  }
  const present = index.text(place.path, "new", startLine, endLine);
  const reason = faultOf(replacement, present);
  return reason === null ? { ok: true, suggestion: well } : refused(reason);
}

function faultOf(replacement: string, present: string): string | null {
  if (replacement.length > maxReplacementLength) return "its text is too long";
  if (replacement.includes("\0")) return "its text holds a NUL";
  if (!replacement.isWellFormed()) return "its text is not valid Unicode";
  // GitHub commits a suggestion with the line ends it is given, so these would be mixed.
  if (replacement.includes("\r") || present.includes("\r")) return "its lines end in CR";
  if (replacement === present && replacement !== "") return "it changes nothing";
  return null;
}

function readSuggestion(value: unknown): Suggestion | null {
  if (typeof value !== "object" || value === null) return null;
  const { startLine, endLine, replacement } = value as Partial<Record<keyof Suggestion, unknown>>;
  if (!Number.isSafeInteger(startLine) || !Number.isSafeInteger(endLine)) return null;
  if (typeof replacement !== "string") return null;
  return { startLine: Number(startLine), endLine: Number(endLine), replacement };
}

function refused(reason: string): SuggestionCheck {
  return { ok: false, reason };
}
