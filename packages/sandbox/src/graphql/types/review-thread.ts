import { isVisible } from "../../operations/find.ts";
import { mayResolve } from "../../operations/resolve-thread.ts";
import { nodeId } from "../../present/node-id.ts";
import type { ReviewComment, ReviewThread } from "../../state/model.ts";
import { can } from "../access.ts";
import { connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import type { Fields } from "../fields.ts";

/**
 * GitHub asks an App for `contents: write` here, not only for pull requests. That is nowhere in its
 * documents; those who ran into it measured it.
 */
export const permissionToResolve = { contents: "write" } as const;

export const reviewThreadFields: Fields<ReviewThread> = {
  id: ({ id }) => nodeId("PullRequestReviewThread", id),
  path: ({ path }) => path,
  line: ({ line }) => line,
  startLine: ({ startLine }) => startLine,
  originalLine: ({ originalLine }) => originalLine,
  originalStartLine: ({ originalStartLine }) => originalStartLine,
  diffSide: ({ side }) => side,
  startDiffSide: ({ startSide }) => startSide,
  subjectType: ({ subjectType }) => subjectType,
  isOutdated: ({ isOutdated }) => isOutdated,
  isResolved: ({ resolvedBy }) => resolvedBy !== null,
  isCollapsed: ({ resolvedBy, isOutdated }) => resolvedBy !== null || isOutdated,
  // Its type is User, also where an App's bot did it.
  resolvedBy: ({ resolvedBy }) => resolvedBy,
  pullRequest: ({ pullRequest }) => pullRequest,
  repository: ({ pullRequest }) => pullRequest.issue.repository,
  viewerCanResolve: (thread, _args, context) =>
    thread.resolvedBy === null && maySettle(thread, context),
  viewerCanUnresolve: (thread, _args, context) =>
    thread.resolvedBy !== null && maySettle(thread, context),
  viewerCanReply: ({ pullRequest }, _args, context) =>
    can(context, pullRequest.issue.repository, { pull_requests: "write" }),
  comments: connection<ReviewThread, ReviewComment>(({ comments }, _args, { token }) =>
    comments.filter(({ review }) => isVisible(review, token)),
  ),
};

function maySettle(thread: ReviewThread, context: GraphqlContext): boolean {
  if (!mayResolve(context.token, thread)) return false;
  return (
    context.token.kind === "user" ||
    can(context, thread.pullRequest.issue.repository, permissionToResolve)
  );
}
