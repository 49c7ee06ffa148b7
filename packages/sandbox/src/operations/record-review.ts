import type { PullRequest, Review, ReviewComment, ReviewThread } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Author } from "./author.ts";
import type { Place } from "./find-place.ts";

/** A new pending review, in its pull request. */
export function recordReview(
  world: World,
  author: Author,
  pullRequest: PullRequest,
  input: { readonly body: string; readonly commitSha: string },
): Review {
  const review: Review = {
    kind: "review",
    id: world.nextId(),
    pullRequest,
    author: author.actor,
    state: "PENDING",
    body: input.body,
    commitSha: input.commitSha,
    submittedAt: null,
  };
  pullRequest.reviews.push(review);
  return review;
}

/** A new thread with its first comment, at a place of the review's commit. */
export function recordThread(
  world: World,
  author: Author,
  review: Review,
  place: Place,
  body: string,
): ReviewThread {
  const { diffHunk, line, startLine, position, ...rest } = place;
  const thread: ReviewThread = {
    kind: "review-thread",
    id: world.nextId(),
    pullRequest: review.pullRequest,
    ...rest,
    line,
    startLine,
    position,
    originalLine: line,
    originalStartLine: startLine,
    originalPosition: position,
    commitSha: review.commitSha,
    isOutdated: false,
    resolvedBy: null,
    comments: [],
  };
  review.pullRequest.threads.push(thread);
  recordComment(world, author, thread, review, { body, diffHunk, inReplyTo: null });
  return thread;
}

/** A new comment at the end of a thread. */
export function recordComment(
  world: World,
  author: Author,
  thread: ReviewThread,
  review: Review,
  input: Pick<ReviewComment, "body" | "diffHunk" | "inReplyTo">,
): ReviewComment {
  const createdAt = world.now();
  const comment: ReviewComment = {
    kind: "review-comment",
    id: world.nextId(),
    thread,
    review,
    author: author.actor,
    ...input,
    commitSha: input.inReplyTo?.commitSha ?? review.commitSha,
    createdAt,
    updatedAt: createdAt,
    reactions: [],
  };
  thread.comments.push(comment);
  return comment;
}
