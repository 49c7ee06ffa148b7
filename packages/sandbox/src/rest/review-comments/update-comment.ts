import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { updateReviewComment } from "../../operations/change-review-comment.ts";
import { presentReviewComment } from "../../present/review-comment.ts";
import { reviewCommentIn } from "../params.ts";

export const patchReviewComment = endpoint({
  method: "PATCH",
  path: "/repos/{owner}/{repo}/pulls/comments/{comment_id}",
  permission: { pull_requests: "write" },
  body: z.object({ body: z.string() }),
  handle: async (call, { body }) => {
    const comment = reviewCommentIn(call);
    await updateReviewComment(call.world, call.token(), comment, body);
    return ok(presentReviewComment(call.world, comment));
  },
});
