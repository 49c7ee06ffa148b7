import type { Side } from "../diff/model.ts";
import type { Finding } from "../finding/model.ts";
import type { ScopedHunk } from "../scope/scope-change.ts";
import { type HunkSpan, measureHunk } from "./hunk-span.ts";
import type { ReviewState } from "./model.ts";

type RememberedFinding = ReviewState["findings"][number];

/** Notes where in its hunk a finding stands; null when it reaches beyond what identifies the hunk. */
export function detachFinding(hunk: ScopedHunk, finding: Finding): RememberedFinding | null {
  const span = measureHunk(hunk.hunk);
  if (finding.place.kind !== "lines" || !standsIn(span, hunk.path, finding)) return null;
  const offset = finding.place.startLine - span.sides[finding.place.side].anchor;
  return { hunk: hunk.fingerprint, offset, finding };
}

/** Puts a remembered finding on the lines where its hunk stands now; null when it does not fit there. */
export function returnFinding(hunk: ScopedHunk, remembered: RememberedFinding): Finding | null {
  const { place } = remembered.finding;
  if (place.kind !== "lines") return null;
  const span = measureHunk(hunk.hunk);
  const distance = span.sides[place.side].anchor + remembered.offset - place.startLine;
  const finding = moveFinding(remembered.finding, distance);
  return standsIn(span, hunk.path, finding) ? finding : null;
}

function moveFinding(finding: Finding, distance: number): Finding {
  const { place, suggestion } = finding;
  if (place.kind !== "lines") return finding;
  return {
    ...finding,
    place: { ...place, ...moveLines(place, distance) },
    ...(suggestion && { suggestion: { ...suggestion, ...moveLines(suggestion, distance) } }),
  };
}

interface Lines {
  readonly startLine: number;
  readonly endLine: number;
}

function moveLines({ startLine, endLine }: Lines, distance: number): Lines {
  return { startLine: startLine + distance, endLine: endLine + distance };
}

/** A suggestion is on the new side; beside a finding on the old side it could not be moved along. */
function standsIn(span: HunkSpan, path: string, { place, suggestion }: Finding): boolean {
  if (place.kind !== "lines" || place.path !== path || !within(span, place.side, place))
    return false;
  return suggestion === undefined || (place.side === "new" && within(span, "new", suggestion));
}

function within(span: HunkSpan, side: Side, { startLine, endLine }: Lines): boolean {
  const { first, last } = span.sides[side];
  return first <= startLine && startLine <= endLine && endLine <= last;
}
