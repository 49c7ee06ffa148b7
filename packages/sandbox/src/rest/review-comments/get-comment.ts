import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { presentReviewComment } from "../../present/review-comment.ts";
import { reviewCommentIn } from "../params.ts";

export const getReviewComment = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/pulls/comments/{comment_id}",
  permission: { pull_requests: "read" },
  handle: (call) => ok(presentReviewComment(call.world, reviewCommentIn(call))),
});
