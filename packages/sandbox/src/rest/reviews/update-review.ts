import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { updateReview } from "../../operations/submit-review.ts";
import { presentReview } from "../../present/review.ts";
import { reviewIn } from "../params.ts";

export const putReview = endpoint({
  method: "PUT",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}",
  permission: { pull_requests: "write" },
  body: z.object({ body: z.string() }),
  handle: async (call, { body }) => {
    const review = reviewIn(call);
    await updateReview(call.world, call.token(), review, body);
    return ok(presentReview(call.world, review));
  },
});
