import {
  type Change,
  type ReviewRequest,
  type ReviewResult,
  type ReviewSettings,
  reviewChange,
} from "@swarm-actions/review";
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
 * it equals the review that one process makes of the whole change.
 */
export function reviewFromResults(
  change: Change,
  answers: SwarmAnswers,
  { settings, panelDigest, known = new Map() }: SwarmReview,
): Promise<ReviewResult> {
  const members = mergeMembers(answers, divideChange(change, settings.ignore));
  const panel: ReviewRequest["panel"] = { review: async () => members };
  return reviewChange({ change, panel, settings, panelDigest, previous: null, known });
}
