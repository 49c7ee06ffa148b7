import { z } from "zod";
import { type Call, endpoint } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/refusal.ts";
import { created } from "../../kernel/reply.ts";
import { replyToThread } from "../../operations/add-review-comment.ts";
import { findReviewComment } from "../../operations/find.ts";
import { presentReviewComment } from "../../present/review-comment.ts";
import type { PullRequest } from "../../state/model.ts";
import { numberIn, pullRequestIn, viewerOf } from "../params.ts";

export const postReply = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
  permission: { pull_requests: "write" },
  body: z.object({ body: z.string() }),
  handle: async (call, { body }) =>
    created(await reply(call, pullRequestIn(call), numberIn(call, "comment_id"), body)),
});

/** Answers a comment of a pull request, at once seen by all. Only the first of a thread has replies. */
export async function reply(
  call: Call,
  pullRequest: PullRequest,
  id: number,
  body: string,
): Promise<Record<string, unknown>> {
  const first = findReviewComment(call.repository(), id, viewerOf(call));
  if (first.thread.pullRequest !== pullRequest || first.inReplyTo !== null) throw notFound();
  const input = { body, review: null };
  const comment = await replyToThread(call.world, call.token(), first.thread, input);
  return presentReviewComment(call.world, comment);
}
