import { endpoint } from "../../kernel/endpoint.ts";
import { noContent } from "../../kernel/reply.ts";
import { deleteIssueComment } from "../../operations/issue-comments.ts";
import { issueCommentIn } from "../params.ts";

export const removeIssueComment = endpoint({
  method: "DELETE",
  path: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
  permission: { issues: "write", pull_requests: "write" },
  handle: (call) => {
    deleteIssueComment(call.world, call.token(), issueCommentIn(call));
    return noContent();
  },
});
