import { addReviewThread, replyToThread } from "../../operations/add-review-comment.ts";
import { deleteReviewComment } from "../../operations/change-review-comment.ts";
import { createReview, type NewReview } from "../../operations/create-review.ts";
import type { ReviewEvent } from "../../operations/review-event.ts";
import { pendingReview } from "../../operations/review-rules.ts";
import {
  deletePendingReview,
  dismissReview,
  submitReview,
  updateReview,
} from "../../operations/submit-review.ts";
import type { PullRequest, Review } from "../../state/model.ts";
import { mayWrite } from "../access.ts";
import type { GraphqlContext } from "../context.ts";
import { cursorOf } from "../cursor.ts";
import { unprocessable } from "../fault.ts";
import { type Arguments, type Fields, numberOf, recordsOf, textOf } from "../fields.ts";
import { mutation } from "./mutation.ts";
import { subjectOf } from "./subject.ts";
import { wantedPlace } from "./wanted-place.ts";

const permission = { pull_requests: "write" } as const;

export const reviewMutations: Fields<unknown> = {
  addPullRequestReview: mutation(async (input, context) => {
    const pullRequest = await subjectOf(context, input.pullRequestId, "pull-request");
    mayWrite(context, pullRequest.issue.repository, permission, "addPullRequestReview");
    const review = await createReview(context.world, context.token, pullRequest, {
      event: eventOf(input),
      body: textOf(input, "body") ?? "",
      commitSha: textOf(input, "commitOID"),
      comments: commentsIn(input),
    });
    const edge = { node: review, cursor: cursorOf(review, 0) };
    return { pullRequestReview: review, reviewEdge: edge };
  }),

  submitPullRequestReview: mutation(async (input, context) => {
    const review = await reviewIn(input, context, "submitPullRequestReview");
    const event = eventOf(input);
    const body = textOf(input, "body");
    if (input.event === "DISMISS") await dismissReview(context.world, context.token, review);
    else if (event !== null)
      await submitReview(context.world, context.token, review, { event, body });
    return { pullRequestReview: review };
  }),

  deletePullRequestReview: mutation(async (input, context) => {
    const review = await reviewIn(input, context, "deletePullRequestReview");
    deletePendingReview(review);
    return { pullRequestReview: review };
  }),

  updatePullRequestReview: mutation(async (input, context) => {
    const review = await reviewIn(input, context, "updatePullRequestReview");
    await updateReview(context.world, context.token, review, textOf(input, "body") ?? "");
    return { pullRequestReview: review };
  }),

  deletePullRequestReviewComment: mutation(async (input, context) => {
    const comment = await subjectOf(context, input.id, "review-comment");
    const { repository } = comment.thread.pullRequest.issue;
    mayWrite(context, repository, permission, "deletePullRequestReviewComment");
    await deleteReviewComment(context.world, context.token, comment);
    return { pullRequestReview: comment.review, pullRequestReviewComment: comment };
  }),

  addPullRequestReviewThread: mutation(async (input, context) => {
    const pullRequest = await pullRequestIn(input, context);
    mayWrite(context, pullRequest.issue.repository, permission, "addPullRequestReviewThread");
    const thread = await addReviewThread(context.world, context.token, pullRequest, {
      body: textOf(input, "body") ?? "",
      place: wantedPlace(input),
    });
    return { thread };
  }),

  addPullRequestReviewThreadReply: mutation(async (input, context) => {
    const thread = await subjectOf(context, input.pullRequestReviewThreadId, "review-thread");
    const { repository } = thread.pullRequest.issue;
    mayWrite(context, repository, permission, "addPullRequestReviewThreadReply");
    const given = textOf(input, "pullRequestReviewId");
    const review = given === null ? null : await subjectOf(context, given, "review");
    const body = textOf(input, "body") ?? "";
    const comment = await replyToThread(context.world, context.token, thread, { body, review });
    return { comment };
  }),
};

/** None leaves a review pending. */
function eventOf(input: Arguments): ReviewEvent | null {
  const { event } = input;
  return event === "COMMENT" || event === "APPROVE" || event === "REQUEST_CHANGES" ? event : null;
}

function commentsIn(input: Arguments): NewReview["comments"] {
  const threads = recordsOf(input, "threads").map((thread) => ({
    body: textOf(thread, "body") ?? "",
    place: wantedPlace(thread),
  }));
  const comments = recordsOf(input, "comments").map((comment) => ({
    body: textOf(comment, "body") ?? "",
    place: {
      subjectType: "POSITION",
      path: textOf(comment, "path") ?? "",
      position: numberOf(comment, "position") ?? 0,
    } as const,
  }));
  return [...threads, ...comments];
}

/** The review that is named, or the viewer's pending one of the pull request that is. */
async function reviewIn(input: Arguments, context: GraphqlContext, name: string): Promise<Review> {
  const id = textOf(input, "pullRequestReviewId");
  const review =
    id === null
      ? pendingReview(await subjectOf(context, input.pullRequestId, "pull-request"), context.token)
      : await subjectOf(context, id, "review");
  if (review === null) throw unprocessable("Could not find pending review");
  mayWrite(context, review.pullRequest.issue.repository, permission, name);
  return review;
}

/** A thread goes to a pull request, or to a pending review of one. */
async function pullRequestIn(input: Arguments, context: GraphqlContext): Promise<PullRequest> {
  const id = textOf(input, "pullRequestReviewId");
  if (id === null) return subjectOf(context, input.pullRequestId, "pull-request");
  const review = await subjectOf(context, id, "review");
  if (review === pendingReview(review.pullRequest, context.token)) return review.pullRequest;
  throw unprocessable("Pull request review is not pending");
}
