import type { PanelFinding } from "@swarm-actions/review";
import type { CodeFrames } from "./code-frame.ts";

/** A suggestion as a small diff. */
export interface SuggestedEdit {
  readonly startLine: number;
  readonly lines: readonly { readonly kind: "added" | "deleted"; readonly text: string }[];
  /** Lines left out because the edit is too long to show whole. */
  readonly omitted: number;
}

/**
 * What the finding suggests, shown against the lines it replaces where these are at hand; null when
 * it suggests nothing, or nothing that may be shown.
 */
export function suggestedEdit(
  finding: PanelFinding,
  frames: CodeFrames,
  most = 24,
): SuggestedEdit | null {
  const { suggestion, place } = finding;
  if (suggestion === undefined || place.kind !== "lines") return null;
  const { startLine, endLine, replacement } = suggestion;
  const added = frames.replacement(place.path, startLine, endLine, replacement);
  if (added === null) return null;
  const deleted = frames.newLines(place.path, startLine, endLine) ?? [];
  const lines = [
    ...deleted.map((text) => ({ kind: "deleted" as const, text })),
    ...added.map((text) => ({ kind: "added" as const, text })),
  ];
  return { startLine, lines: lines.slice(0, most), omitted: Math.max(0, lines.length - most) };
}
