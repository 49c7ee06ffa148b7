import type { TextKind } from "./model.ts";

/**
 * GitHub takes 65,536 characters of a comment or a review and 65,535 bytes of a check's summary; this
 * stays below both, whether it counts characters or UTF-16 units. Of a check's title and an annotation's
 * message it takes 255 characters and 64 KB.
 */
export const longest: Readonly<Record<TextKind, number>> = {
  comment: 60_000,
  "review-body": 60_000,
  "inline-comment": 60_000,
  "check-summary": 60_000,
  annotation: 8000,
  title: 250,
};

/** Texts that GitHub shows as they are; the others are Markdown. */
export function isPlain(kind: TextKind): boolean {
  return kind === "annotation" || kind === "title";
}

/** How long a text counts: a check's summary in bytes, everything else in UTF-16 units. */
export function lengthOf(text: string, kind: TextKind): number {
  return kind === "check-summary" ? new TextEncoder().encode(text).length : text.length;
}
