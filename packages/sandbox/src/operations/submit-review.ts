import { invalid, Refusal } from "../kernel/refusal.ts";
import { presentReview } from "../present/review.ts";
import { presentReviewComment } from "../present/review-comment.ts";
import type { Review, ReviewComment, ReviewState } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announceOnPullRequest } from "./announce-pull-request.ts";
import type { Author } from "./author.ts";
import { checkReviewBody, unprocessable } from "./check-text.ts";
import type { ReviewEvent } from "./review-event.ts";
import { checkEvent } from "./review-rules.ts";

const states: Readonly<Record<ReviewEvent, ReviewState>> = {
  COMMENT: "COMMENTED",
  APPROVE: "APPROVED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
};

/** Shows a pending review to all; `body` replaces its own. @throws Refusal 422 */
export async function submitReview(
  world: World,
  author: Author,
  review: Review,
  input: { readonly event: ReviewEvent; readonly body: string | null },
): Promise<void> {
  checkPending(review);
  const body = input.body ?? review.body;
  checkReviewBody(body);
  const comments = commentsOf(review).length;
  checkEvent(world, author, review.pullRequest, { event: input.event, body, comments });
  review.body = body;
  await publishReview(world, author, review, input.event);
}

/** Sets what a review says, and emits it and its comments. */
export async function publishReview(
  world: World,
  author: Author,
  review: Review,
  event: ReviewEvent,
): Promise<void> {
  review.state = states[event];
  review.submittedAt = world.now();
  review.pullRequest.issue.updatedAt = review.submittedAt;
  await announceReview(world, author, review, "submitted");
  for (const comment of commentsOf(review))
    await announceComment(world, author, comment, "created");
}

/** Emits `pull_request_review`. */
function announceReview(
  world: World,
  author: Author,
  review: Review,
  action: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  // Webhooks write the state in small letters.
  const shown = { ...presentReview(world, review), state: review.state.toLowerCase() };
  return announceOnPullRequest(world, author, review.pullRequest, "pull_request_review", {
    action,
    review: shown,
    ...more,
  });
}

/** Emits `pull_request_review_comment`. */
export function announceComment(
  world: World,
  author: Author,
  comment: ReviewComment,
  action: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { pullRequest } = comment.thread;
  return announceOnPullRequest(world, author, pullRequest, "pull_request_review_comment", {
    action,
    comment: presentReviewComment(world, comment),
    ...more,
  });
}

/** The comments made with a review, oldest first. */
export function commentsOf(review: Review): readonly ReviewComment[] {
  return review.pullRequest.threads
    .flatMap(({ comments }) => comments)
    .filter((comment) => comment.review === review);
}

/** Takes a pending review back, with its comments. @throws Refusal 422 when it was submitted */
export function deletePendingReview(review: Review): void {
  checkPending(review);
  const { reviews, threads } = review.pullRequest;
  for (const thread of threads) {
    remove(thread.comments, (comment) => comment.review === review);
  }
  remove(threads, ({ comments }) => comments.length === 0);
  remove(reviews, (other) => other === review);
}

/** Changes the text of a review. @throws Refusal 403, 422 */
export async function updateReview(
  world: World,
  author: Author,
  review: Review,
  body: string,
): Promise<void> {
  checkReviewBody(body);
  if (review.author.id !== author.actor.id) throw new Refusal(403, "Forbidden");
  if (body.trim() === "") {
    throw invalid({ resource: "PullRequestReview", code: "missing_field", field: "body" });
  }
  const from = review.body;
  review.body = body;
  if (review.state === "PENDING" || from === body) return;
  await announceReview(world, author, review, "edited", { changes: { body: { from } } });
}

/** Makes an approval or a request for changes count no longer. @throws Refusal 422 */
export async function dismissReview(world: World, author: Author, review: Review): Promise<void> {
  if (review.state !== "APPROVED" && review.state !== "CHANGES_REQUESTED") {
    throw unprocessable("Can not dismiss a commented pull request review");
  }
  review.state = "DISMISSED";
  await announceReview(world, author, review, "dismissed");
}

function checkPending({ state }: Review): void {
  if (state !== "PENDING") throw unprocessable("Can not delete a non-pending pull request review");
}

function remove<Item>(items: Item[], isGone: (item: Item) => boolean): void {
  items.splice(0, items.length, ...items.filter((item) => !isGone(item)));
}
