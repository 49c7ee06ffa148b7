import { isVisible } from "../../operations/find.ts";
import { commentsOf } from "../../operations/submit-review.ts";
import { instant, instantOrNull } from "../../present/instant.ts";
import { nodeId } from "../../present/node-id.ts";
import type { Review } from "../../state/model.ts";
import { can } from "../access.ts";
import { connection } from "../connection.ts";
import type { Fields } from "../fields.ts";
import { commitOf } from "../sources.ts";
import { conversationPage } from "./address.ts";
import { minimizable } from "./minimizable.ts";
import { written } from "./written.ts";

export const reviewFields: Fields<Review> = {
  ...minimizable<Review>(),
  ...written<Review>(
    ({ pullRequest, id }, root) =>
      `${conversationPage(root, pullRequest.issue)}#pullrequestreview-${id}`,
  ),
  id: ({ id }) => nodeId("PullRequestReview", id),
  body: ({ body }) => body,
  state: ({ state }) => state,
  commit: ({ commitSha, pullRequest }) => commitOf(pullRequest.issue.repository, commitSha),
  pullRequest: ({ pullRequest }) => pullRequest,
  submittedAt: ({ submittedAt }) => instantOrNull(submittedAt),
  publishedAt: ({ submittedAt }) => instantOrNull(submittedAt),
  createdAt: (review) => instant(beganAt(review)),
  updatedAt: (review) => instant(beganAt(review)),
  comments: connection((review, _args, { token }) =>
    isVisible(review, token) ? commentsOf(review) : [],
  ),
  viewerCanUpdate: ({ author, pullRequest }, _args, context) =>
    author.id === context.token.actor.id &&
    can(context, pullRequest.issue.repository, { pull_requests: "write" }),
};

/** A review keeps no time of its own before it is submitted; its first comment does. */
function beganAt(review: Review): Date {
  return (
    review.submittedAt ?? commentsOf(review)[0]?.createdAt ?? review.pullRequest.issue.updatedAt
  );
}
