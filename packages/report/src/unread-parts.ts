import type { CoverageEntry, HunkCoverage } from "@swarm-actions/review";

/** A part of the change that nobody reviewed. */
export type UnreadPart = CoverageEntry & {
  readonly coverage: Extract<HunkCoverage, { readonly reason: string }>;
};

/** First what should have been reviewed, so that what was left out on purpose cannot crowd it out. */
export function unreadParts(entries: readonly CoverageEntry[]): readonly UnreadPart[] {
  const unread = entries.filter(isUnread);
  return [...unread.filter(isMissed), ...unread.filter((part) => !isMissed(part))];
}

/** `src/a.ts:12`. Raw: make it visible before showing it. */
export function partName({ path, hunk, newStart }: CoverageEntry): string {
  return hunk === null ? path : `${path}:${newStart}`;
}

function isUnread(entry: CoverageEntry): entry is UnreadPart {
  return "reason" in entry.coverage;
}

function isMissed({ coverage }: UnreadPart): boolean {
  return coverage.status === "missed";
}
