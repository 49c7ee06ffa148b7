import { mayChangeComment } from "../../operations/issue-comments.ts";
import { nodeId } from "../../present/node-id.ts";
import type { IssueComment } from "../../state/model.ts";
import { can } from "../access.ts";
import type { GraphqlContext } from "../context.ts";
import type { Fields } from "../fields.ts";
import { conversationPage } from "./address.ts";
import { minimizable } from "./minimizable.ts";
import { reactable } from "./reactable.ts";
import { dated, written } from "./written.ts";

export const issueCommentFields: Fields<IssueComment> = {
  ...reactable<IssueComment>(),
  ...minimizable<IssueComment>(),
  ...dated<IssueComment>(),
  ...written<IssueComment>(
    ({ issue, id }, root) => `${conversationPage(root, issue)}#issuecomment-${id}`,
  ),
  id: ({ id }) => nodeId("IssueComment", id),
  body: ({ body }) => body,
  issue: ({ issue }) => issue,
  pullRequest: ({ issue }) => issue.pullRequest,
  viewerCanUpdate: (comment, _args, context) => mayChange(comment, context),
  viewerCanDelete: (comment, _args, context) => mayChange(comment, context),
};

function mayChange(comment: IssueComment, context: GraphqlContext): boolean {
  const permission = permissionOn(comment);
  return (
    mayChangeComment(context.token, comment) && can(context, comment.issue.repository, permission)
  );
}

/** On a pull request either permission will do. */
export function permissionOn({ issue }: Pick<IssueComment, "issue">) {
  return issue.pullRequest === null
    ? ({ issues: "write" } as const)
    : ({ issues: "write", pull_requests: "write" } as const);
}
