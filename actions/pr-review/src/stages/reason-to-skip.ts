import type { Config } from "@swarm-actions/config";
import type { PullRequestFacts } from "@swarm-actions/publication";
import { type Change, pathMatcher } from "@swarm-actions/review";

/** Why a pull request is not looked at now, as a sentence; null when it is. */
export function reasonToSkip(
  { state, isDraft }: Pick<PullRequestFacts, "state" | "isDraft">,
  { drafts }: Pick<Config, "drafts">,
): string | null {
  if (state !== "open") return `The pull request is ${state}.`;
  if (isDraft && !drafts) {
    return "The pull request is a draft; `review.drafts: true` in the settings reviews drafts too.";
  }
  return null;
}

/** Why there is nothing in a change to look at; null when there is. */
export function nothingToReview(
  { files }: Change,
  { review }: Pick<Config, "review">,
): string | null {
  if (files.length === 0) return "The pull request changes no file.";
  const isIgnored = pathMatcher({ paths: review.ignore });
  const all = review.ignore.length > 0 && files.every(({ diff }) => isIgnored(diff.path));
  return all ? "Every changed path is ignored by `review.ignore` in the settings." : null;
}
