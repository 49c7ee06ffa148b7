import { type Call, endpoint, type Reply } from "../../kernel/endpoint.ts";
import { isVisible, pullRequestsOf, reviewCommentsOf } from "../../operations/find.ts";
import { presentReviewComment } from "../../present/review-comment.ts";
import type { PullRequest } from "../../state/model.ts";
import { pageReply } from "../page-reply.ts";
import { pullRequestIn, viewerOf } from "../params.ts";
import { sorted } from "../sorted.ts";

export const listPullRequestComments = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/comments",
  permission: { pull_requests: "read" },
  handle: (call) => listComments(call, [pullRequestIn(call)]),
});

export const listRepositoryReviewComments = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/pulls/comments",
  permission: { pull_requests: "read" },
  handle: (call) => listComments(call, pullRequestsOf(call.repository())),
});

function listComments(call: Call, pullRequests: readonly PullRequest[]): Promise<Reply> {
  const viewer = viewerOf(call);
  const visible = reviewCommentsOf(pullRequests).filter(({ review }) => isVisible(review, viewer));
  return pageReply(call, sorted(call, visible, "asc"), (comment) =>
    presentReviewComment(call.world, comment),
  );
}
