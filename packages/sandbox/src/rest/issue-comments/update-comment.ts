import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { updateIssueComment } from "../../operations/issue-comments.ts";
import { presentIssueComment } from "../../present/issue-comment.ts";
import { issueCommentIn } from "../params.ts";

export const patchIssueComment = endpoint({
  method: "PATCH",
  path: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
  permission: { issues: "write", pull_requests: "write" },
  body: z.object({ body: z.string() }),
  handle: (call, { body }) => {
    const comment = issueCommentIn(call);
    updateIssueComment(call.world, call.token(), comment, body);
    return ok(presentIssueComment(call.world, comment));
  },
});
