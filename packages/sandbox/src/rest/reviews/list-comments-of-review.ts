import { endpoint } from "../../kernel/endpoint.ts";
import { commentsOf as commentsOfReview } from "../../operations/submit-review.ts";
import { presentReviewComment } from "../../present/review-comment.ts";
import { pageReply } from "../page-reply.ts";
import { reviewIn } from "../params.ts";

export const listCommentsOfReview = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments",
  permission: { pull_requests: "read" },
  handle: (call) =>
    pageReply(call, commentsOfReview(reviewIn(call)), (comment) =>
      presentReviewComment(call.world, comment),
    ),
});
