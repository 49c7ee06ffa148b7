import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { submitReview } from "../../operations/submit-review.ts";
import { presentReview } from "../../present/review.ts";
import { reviewIn } from "../params.ts";

const bodySchema = z.object({
  body: z.string().optional(),
  event: z.enum(["APPROVE", "REQUEST_CHANGES", "COMMENT"]),
});

export const postReviewEvent = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events",
  permission: { pull_requests: "write" },
  body: bodySchema,
  handle: async (call, { body, event }) => {
    const review = reviewIn(call);
    await submitReview(call.world, call.token(), review, { event, body: body ?? null });
    return ok(presentReview(call.world, review));
  },
});
