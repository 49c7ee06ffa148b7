import { endpoint } from "../../kernel/endpoint.ts";
import { isVisible } from "../../operations/find.ts";
import { presentReview } from "../../present/review.ts";
import { pageReply } from "../page-reply.ts";
import { pullRequestIn, viewerOf } from "../params.ts";

export const listReviews = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  permission: { pull_requests: "read" },
  handle: (call) => {
    const viewer = viewerOf(call);
    const visible = pullRequestIn(call).reviews.filter((review) => isVisible(review, viewer));
    return pageReply(call, visible, (review) => presentReview(call.world, review));
  },
});
