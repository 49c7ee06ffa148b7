import { canWrite } from "../../kernel/role.ts";
import { instant } from "../../present/instant.ts";
import { nodeId } from "../../present/node-id.ts";
import type { ReviewComment } from "../../state/model.ts";
import { can } from "../access.ts";
import type { GraphqlContext } from "../context.ts";
import type { Fields } from "../fields.ts";
import { commitOf } from "../sources.ts";
import { conversationPage } from "./address.ts";
import { minimizable } from "./minimizable.ts";
import { reactable } from "./reactable.ts";
import { dated, written } from "./written.ts";

const place: Fields<ReviewComment> = {
  path: ({ thread }) => thread.path,
  line: ({ thread }) => thread.line,
  startLine: ({ thread }) => thread.startLine,
  originalLine: ({ thread }) => thread.originalLine,
  originalStartLine: ({ thread }) => thread.originalStartLine,
  position: ({ thread }) => thread.position,
  originalPosition: ({ thread }) => thread.originalPosition ?? 1,
  outdated: ({ thread }) => thread.isOutdated,
  subjectType: ({ thread }) => thread.subjectType,
  diffHunk: ({ diffHunk }) => diffHunk,
  commit: ({ thread }) => commitOf(thread.pullRequest.issue.repository, thread.commitSha),
  originalCommit: ({ thread, commitSha }) =>
    commitOf(thread.pullRequest.issue.repository, commitSha),
};

export const reviewCommentFields: Fields<ReviewComment> = {
  ...reactable<ReviewComment>(),
  ...minimizable<ReviewComment>(),
  ...dated<ReviewComment>(),
  ...written<ReviewComment>(
    ({ thread, id }, root) =>
      `${conversationPage(root, thread.pullRequest.issue)}#discussion_r${id}`,
  ),
  ...place,
  id: ({ id }) => nodeId("PullRequestReviewComment", id),
  body: ({ body }) => body,
  draftedAt: ({ createdAt }) => instant(createdAt),
  state: ({ review }) => (review.state === "PENDING" ? "PENDING" : "SUBMITTED"),
  replyTo: ({ inReplyTo }) => inReplyTo,
  pullRequest: ({ thread }) => thread.pullRequest,
  pullRequestReview: ({ review }) => review,
  viewerCanUpdate: (comment, _args, context) => mayChange(comment, context),
  viewerCanDelete: (comment, _args, context) => mayChange(comment, context),
};

/** Whoever wrote it, people who can write, and an App by its permissions. */
function mayChange({ author, thread }: ReviewComment, context: GraphqlContext): boolean {
  const { repository } = thread.pullRequest.issue;
  const { token } = context;
  const isOwn = author.id === token.actor.id;
  const isTrusted = isOwn || token.app !== null || canWrite(repository, token.actor);
  return isTrusted && can(context, repository, { pull_requests: "write" });
}
