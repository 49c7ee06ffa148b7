import { endpoint } from "../../kernel/endpoint.ts";
import { commentsOf as issueCommentsOf } from "../../operations/find.ts";
import { presentIssueComment } from "../../present/issue-comment.ts";
import { pageReply } from "../page-reply.ts";
import { issueIn } from "../params.ts";
import { sorted } from "../sorted.ts";

export const listIssueComments = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/issues/{issue_number}/comments",
  permission: { issues: "read", pull_requests: "read" },
  handle: (call) => {
    const since = Date.parse(call.query.get("since") ?? "");
    const shown = issueIn(call).comments.filter(
      ({ updatedAt }) => Number.isNaN(since) || updatedAt.getTime() >= since,
    );
    return pageReply(call, shown, (comment) => presentIssueComment(call.world, comment));
  },
});

export const listRepositoryComments = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/issues/comments",
  permission: { issues: "read", pull_requests: "read" },
  handle: (call) =>
    pageReply(call, sorted(call, issueCommentsOf(call.repository()), "asc"), (comment) =>
      presentIssueComment(call.world, comment),
    ),
});
