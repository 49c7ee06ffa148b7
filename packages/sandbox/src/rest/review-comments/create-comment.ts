import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { created } from "../../kernel/reply.ts";
import { createReviewComment } from "../../operations/add-review-comment.ts";
import type { WantedPlace } from "../../operations/find-place.ts";
import { presentReviewComment } from "../../present/review-comment.ts";
import { pullRequestIn } from "../params.ts";
import { linePlace } from "../reviews/place.ts";
import { reply } from "./reply.ts";

const side = z.enum(["LEFT", "RIGHT"]);

const bodySchema = z.object({
  body: z.string(),
  commit_id: z.string().optional(),
  path: z.string().optional(),
  position: z.int().optional(),
  line: z.int().optional(),
  side: side.optional(),
  start_line: z.int().optional(),
  // GitHub takes `side` here too, and means no start.
  start_side: z.enum(["LEFT", "RIGHT", "side"]).optional(),
  in_reply_to: z.int().optional(),
  subject_type: z.enum(["line", "file"]).default("line"),
});

export const postReviewComment = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/comments",
  permission: { pull_requests: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    const pullRequest = pullRequestIn(call);
    if (body.in_reply_to !== undefined) {
      return created(await reply(call, pullRequest, body.in_reply_to, body.body));
    }
    const commitSha = body.commit_id ?? missing("commit_id");
    const place = placeOf(body);
    const comment = await createReviewComment(call.world, call.token(), pullRequest, {
      body: body.body,
      commitSha,
      place,
    });
    return created(presentReviewComment(call.world, comment));
  },
});

function placeOf(body: z.infer<typeof bodySchema>): WantedPlace {
  const path = body.path ?? missing("path");
  const { line, position, side, start_line } = body;
  if (body.subject_type === "file") return { subjectType: "FILE", path };
  if (line === undefined && position !== undefined) {
    return { subjectType: "POSITION", path, position };
  }
  const start_side = body.start_side === "side" ? undefined : body.start_side;
  return linePlace({ path, line: line ?? missing("line"), side, start_line, start_side });
}

function missing(name: string): never {
  throw new Refusal(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
}
