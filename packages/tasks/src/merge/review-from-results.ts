import {
  type Change,
  type ReviewRequest,
  type ReviewResult,
  type ReviewSettings,
  reviewChange,
  reviewedBefore,
} from "@swarm-actions/review";
import { carriedBy } from "../hunks/carried-by.ts";
import { divideChange } from "../runners/panel/change-parts.ts";
import { mergeMembers, type SwarmAnswers } from "./merge-members.ts";

/** What decides a review besides what its agents said. */
export interface SwarmReview {
  readonly settings: ReviewSettings;
  /** Of the agents and their settings, as `assembleAgents` gives it. */
  readonly panelDigest: string;
  /** What earlier runs learned of the agents; default nothing. */
  readonly known?: NonNullable<ReviewRequest["known"]>;
}

/**
 * The review that a swarm's answers make: they are put to the change as if they were just given, so that
 * it equals the review that one process makes of the whole change. Of hunks that the tasks left to an earlier
 * review it says just that.
 */
export function reviewFromResults(
  change: Change,
  answers: SwarmAnswers,
  { settings, panelDigest, known = new Map() }: SwarmReview,
): Promise<ReviewResult> {
  const carried = carriedBy(answers.tasks);
  const members = mergeMembers(answers, divideChange(change, settings.ignore, carried));
  const panel: ReviewRequest["panel"] = { review: async () => members };
  const previous = carried.size === 0 ? null : reviewedBefore(carried, { settings, panelDigest });
  return reviewChange({ change, panel, settings, panelDigest, previous, known });
}
