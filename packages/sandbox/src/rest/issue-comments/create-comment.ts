import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { created } from "../../kernel/reply.ts";
import { createIssueComment } from "../../operations/issue-comments.ts";
import { presentIssueComment } from "../../present/issue-comment.ts";
import { issueIn } from "../params.ts";

export const postIssueComment = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/issues/{issue_number}/comments",
  permission: { issues: "write", pull_requests: "write" },
  body: z.object({ body: z.string() }),
  handle: (call, { body }) => {
    const comment = createIssueComment(call.world, call.token(), issueIn(call), body);
    return created(presentIssueComment(call.world, comment));
  },
});
