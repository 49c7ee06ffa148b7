import { invalid } from "../kernel/refusal.ts";
import type { PullRequest, Review, ReviewComment, ReviewThread } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Author } from "./author.ts";
import { carryThreads } from "./carry-threads.ts";
import { checkReviewComment, checkUnlocked } from "./check-text.ts";
import { findPlace, type Place, type WantedPlace } from "./find-place.ts";
import { isCommitOf } from "./git/commits-of.ts";
import { recordComment, recordReview, recordThread } from "./record-review.ts";
import { refuseComment } from "./refuse-place.ts";
import { pendingReview } from "./review-rules.ts";
import { publishReview } from "./submit-review.ts";

export interface NewThread {
  readonly body: string;
  readonly place: WantedPlace;
}

/**
 * Opens a thread in the author's pending review, and begins one when there is none.
 * @throws Refusal 403, 422
 */
export async function addReviewThread(
  world: World,
  author: Author,
  pullRequest: PullRequest,
  input: NewThread,
): Promise<ReviewThread> {
  const commitSha = pendingReview(pullRequest, author)?.commitSha ?? pullRequest.head.sha;
  const place = await checkThread(author, pullRequest, commitSha, input);
  const review =
    pendingReview(pullRequest, author) ??
    recordReview(world, author, pullRequest, { body: "", commitSha });
  const thread = recordThread(world, author, review, place, input.body);
  await catchUp(review);
  return thread;
}

/** A comment of its own, at once seen by all: a review of one comment. @throws Refusal 403, 422 */
export async function createReviewComment(
  world: World,
  author: Author,
  pullRequest: PullRequest,
  input: NewThread & { readonly commitSha: string },
): Promise<ReviewComment> {
  if (!(await isCommitOf(pullRequest, input.commitSha))) throw refuseCommit();
  const place = await checkThread(author, pullRequest, input.commitSha, input);
  refuseBesidePending(pullRequest, author);
  const review = recordReview(world, author, pullRequest, { body: "", commitSha: input.commitSha });
  const thread = recordThread(world, author, review, place, input.body);
  await catchUp(review);
  await publishReview(world, author, review, "COMMENT");
  return firstOf(thread);
}

/**
 * Answers in a thread: as part of a pending review, or else at once.
 * @throws Refusal 403, 422
 */
export async function replyToThread(
  world: World,
  author: Author,
  thread: ReviewThread,
  input: { readonly body: string; readonly review: Review | null },
): Promise<ReviewComment> {
  const { pullRequest } = thread;
  checkUnlocked(pullRequest.issue, author);
  checkReviewComment(input.body);
  if (input.review === null) refuseBesidePending(pullRequest, author);
  const review =
    input.review ??
    recordReview(world, author, pullRequest, { body: "", commitSha: pullRequest.head.sha });
  const inReplyTo = firstOf(thread);
  const comment = recordComment(world, author, thread, review, {
    body: input.body,
    diffHunk: inReplyTo.diffHunk,
    inReplyTo,
  });
  if (input.review === null) await publishReview(world, author, review, "COMMENT");
  return comment;
}

async function checkThread(
  author: Author,
  pullRequest: PullRequest,
  commitSha: string,
  input: NewThread,
): Promise<Place> {
  checkUnlocked(pullRequest.issue, author);
  checkReviewComment(input.body);
  const place = await findPlace(pullRequest, commitSha, input.place);
  if (typeof place === "string") throw refuseComment(place);
  return place;
}

function refuseCommit(): Error {
  return invalid({
    resource: "PullRequestReviewComment",
    code: "custom",
    field: "commit_id",
    message: "commit_id is not part of the pull request",
  });
}

function refuseBesidePending(pullRequest: PullRequest, author: Author): void {
  if (pendingReview(pullRequest, author) === null) return;
  throw invalid({
    resource: "PullRequestReview",
    code: "custom",
    field: "user_id",
    message: "user_id can only have one pending review per pull request",
  });
}

/** A comment on an older commit is carried to the current diff. */
async function catchUp({ commitSha, pullRequest }: Review): Promise<void> {
  if (commitSha !== pullRequest.head.sha) await carryThreads(pullRequest);
}

function firstOf({ comments, path }: ReviewThread): ReviewComment {
  const [first] = comments;
  if (first === undefined) throw new Error(`A thread on ${path} has no comment`);
  return first;
}
