import { compareText } from "@swarm-actions/core";
import { hasFailed } from "../coverage/has-failed.ts";
import { listReaders } from "../coverage/list-readers.ts";
import { compareFindings } from "../finding/compare.ts";
import type { Finding } from "../finding/model.ts";
import type { PanelMember } from "../panel.ts";
import type { ScopedHunk } from "../scope/scope-change.ts";
import type { FindHunk } from "./find-hunk.ts";
import type { ReviewState } from "./model.ts";
import { detachFinding } from "./move-finding.ts";

/** What a review leaves to the next one. */
export interface ReviewToRemember {
  /** The digest of whoever reviewed. */
  readonly panel: string;
  /** All hunks under review. */
  readonly hunks: readonly ScopedHunk[];
  /** Fingerprints of those whose last review stands. */
  readonly carried: ReadonlySet<string>;
  readonly members: readonly PanelMember[];
  /** What each agent said, before merging; carried findings included. */
  readonly findings: readonly Finding[];
  /** Files about whose hunks something was said that no hunk could be given. */
  readonly unsettledPaths: ReadonlySet<string>;
  readonly findHunk: FindHunk;
}

/** Remembers the hunks that need no second look, and what was said on them. */
export function rememberReview(review: ReviewToRemember): ReviewState {
  const lasting = new Set(lastingHunks(review));
  const notes: ReviewState["findings"][number][] = [];
  for (const finding of review.findings) {
    const hunk = review.findHunk(finding.place);
    if (hunk === null || !lasting.has(hunk)) continue;
    const note = detachFinding(hunk, finding);
    // What cannot be remembered with its hunk must be found again.
    if (note === null) lasting.delete(hunk);
    else notes.push(note);
  }
  const hunks = new Set([...lasting].map(({ fingerprint }) => fingerprint));
  return {
    version: 1,
    panel: review.panel,
    hunks: [...hunks].sort(compareText),
    findings: notes.filter(({ hunk }) => hunks.has(hunk)).sort(compareNotes),
  };
}

/** A failed agent does not say what it would have covered, so that nothing new is then fully reviewed. */
function lastingHunks({ members, hunks, carried, unsettledPaths }: ReviewToRemember): ScopedHunk[] {
  const readers = listReaders(members);
  const failed = members.some(hasFailed);
  return hunks.filter((hunk) => {
    if (unsettledPaths.has(hunk.path)) return false;
    if (carried.has(hunk.fingerprint)) return true;
    return !failed && readers.readersOf(hunk).length > 0 && !readers.isSkipped(hunk);
  });
}

function compareNotes(
  a: ReviewState["findings"][number],
  b: ReviewState["findings"][number],
): number {
  return (
    compareText(a.hunk, b.hunk) || a.offset - b.offset || compareFindings(a.finding, b.finding)
  );
}
