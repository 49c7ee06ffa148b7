import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { presentReview } from "../../present/review.ts";
import { reviewIn } from "../params.ts";

export const getReview = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}",
  permission: { pull_requests: "read" },
  handle: (call) => ok(presentReview(call.world, reviewIn(call))),
});
