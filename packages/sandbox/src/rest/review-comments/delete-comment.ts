import { endpoint } from "../../kernel/endpoint.ts";
import { noContent } from "../../kernel/reply.ts";
import { deleteReviewComment } from "../../operations/change-review-comment.ts";
import { reviewCommentIn } from "../params.ts";

export const removeReviewComment = endpoint({
  method: "DELETE",
  path: "/repos/{owner}/{repo}/pulls/comments/{comment_id}",
  permission: { pull_requests: "write" },
  handle: async (call) => {
    await deleteReviewComment(call.world, call.token(), reviewCommentIn(call));
    return noContent();
  },
});
