import { planCheck } from "./check/plan-check.ts";
import { chooseComments } from "./comments/choose-comments.ts";
import { planReview } from "./comments/plan-review.ts";
import type { PublicationDraft } from "./draft.ts";
import type { PublicationInput } from "./input.ts";
import { findSummary } from "./published/find-summary.ts";
import { readPublished } from "./published/read-published.ts";
import { planSummary } from "./summary/plan-summary.ts";
import { ourThreads } from "./threads/our-threads.ts";
import { planResolutions } from "./threads/plan-resolutions.ts";
import { createSaidBefore } from "./threads/said-before.ts";
import { viewOf } from "./view.ts";

/**
 * Decides all that a review writes on a pull request: one review with what is new, the one sticky
 * comment, the check, and which threads are done. The same input gives the same bytes; what stands there
 * already is not written again. Any finding can be ignored, a leaked secret too, since a false alarm can
 * be of any severity: it stays in sight with who ignored it and why.
 * @throws CodedError `publication/malformed-key`
 */
export function planPublication(input: PublicationInput): PublicationDraft {
  const { conversation, report, settings } = input;
  const { owner, repository, number, nodeId } = conversation.pullRequest;
  const comment = findSummary(conversation, settings.key);
  const last = readPublished(conversation, settings.key, "handed-over");
  const view = viewOf(input);
  const threads = ourThreads(conversation, settings.key);
  const chosen = chooseComments(view, createSaidBefore(threads, view.scopes, last.state));
  // What a run of the fork leaves unsaid proves nothing.
  const isOwn = settings.origin === "own-run";
  const known = new Set(last.ignored.map(({ id }) => id));
  const news = view.ignored.filter(({ id }) => !known.has(id));
  return {
    owner,
    repository,
    number,
    pullRequestNodeId: nodeId,
    review: planReview(chosen, view),
    summary: planSummary(view, chosen.told, report.result, { comment, digest: last.digest }),
    check: planCheck(view, conversation.checks),
    resolve: isOwn ? planResolutions(threads, report.result, view.scopes, news) : [],
  };
}
