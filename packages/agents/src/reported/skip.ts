import type { SkippedHunk, TaskFile } from "@swarm-actions/review";
import type { Tally } from "./tally.ts";

const longestReason = 300;

/**
 * Says that an agent left hunks of a file unread. They are counted as well, because another agent
 * may have read them, and then the coverage alone would not show it.
 */
export function skipHunks(
  file: TaskFile,
  hunks: readonly number[],
  why: string,
  tally: Tally,
): SkippedHunk[] {
  const reason = why.trim().slice(0, longestReason).toWellFormed();
  tally.dropped(`hunk not read: ${reason}`, hunks.length);
  return hunks.map((hunk) => ({ path: file.diff.path, hunk, reason }));
}
