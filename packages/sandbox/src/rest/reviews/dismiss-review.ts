import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { canWrite } from "../../kernel/role.ts";
import { dismissReview } from "../../operations/submit-review.ts";
import { presentReview } from "../../present/review.ts";
import { reviewIn } from "../params.ts";

const bodySchema = z.object({ message: z.string(), event: z.literal("DISMISS").optional() });

export const putDismissal = endpoint({
  method: "PUT",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals",
  permission: { pull_requests: "write" },
  body: bodySchema,
  handle: async (call) => {
    const review = reviewIn(call);
    const { actor, kind } = call.token();
    if (kind === "user" && !canWrite(call.repository(), actor)) throw notFound();
    await dismissReview(call.world, call.token(), review);
    return ok(presentReview(call.world, review));
  },
});
