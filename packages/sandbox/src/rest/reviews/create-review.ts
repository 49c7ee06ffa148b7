import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { unprocessable } from "../../operations/check-text.ts";
import { createReview } from "../../operations/create-review.ts";
import type { WantedPlace } from "../../operations/find-place.ts";
import { presentReview } from "../../present/review.ts";
import { pullRequestIn } from "../params.ts";
import { linePlace } from "./place.ts";

const commentSchema = z.object({
  path: z.string(),
  body: z.string(),
  position: z.int().optional(),
  line: z.int().optional(),
  side: z.enum(["LEFT", "RIGHT"]).optional(),
  start_line: z.int().optional(),
  start_side: z.enum(["LEFT", "RIGHT"]).optional(),
});

const bodySchema = z.object({
  commit_id: z.string().optional(),
  body: z.string().optional(),
  event: z.enum(["APPROVE", "REQUEST_CHANGES", "COMMENT"]).optional(),
  comments: z.array(commentSchema).default([]),
});

export const postReview = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  permission: { pull_requests: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    const review = await createReview(call.world, call.token(), pullRequestIn(call), {
      event: body.event ?? null,
      body: body.body ?? "",
      commitSha: body.commit_id ?? null,
      comments: body.comments.map((comment) => ({ body: comment.body, place: placeOf(comment) })),
    });
    return ok(presentReview(call.world, review));
  },
});

function placeOf(comment: z.infer<typeof commentSchema>): WantedPlace {
  const { path, line, position } = comment;
  if (line !== undefined) return linePlace({ ...comment, line });
  if (position !== undefined) return { subjectType: "POSITION", path, position };
  throw unprocessable("Line could not be resolved");
}
