import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { presentIssueComment } from "../../present/issue-comment.ts";
import { issueCommentIn } from "../params.ts";

export const getIssueComment = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
  permission: { issues: "read", pull_requests: "read" },
  handle: (call) => ok(presentIssueComment(call.world, issueCommentIn(call))),
});
