import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { deletePendingReview } from "../../operations/submit-review.ts";
import { presentReview } from "../../present/review.ts";
import { reviewIn } from "../params.ts";

export const deleteReview = endpoint({
  method: "DELETE",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}",
  permission: { pull_requests: "write" },
  handle: (call) => {
    const review = reviewIn(call);
    const shown = presentReview(call.world, review);
    deletePendingReview(review);
    return ok(shown);
  },
});
