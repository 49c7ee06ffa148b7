import { associationOf } from "../operations/association.ts";
import type { ReviewComment } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { instant } from "./instant.ts";
import { issuePage } from "./issue.ts";
import { nodeId } from "./node-id.ts";
import { pullRequestUrl } from "./pull-request.ts";
import { presentReactionCounts } from "./reaction.ts";
import { repositoryUrl } from "./repository-urls.ts";
import { presentUser } from "./user.ts";

/** A `pull-request-review-comment`, or without its lines what a review's comments are listed as. */
export function presentReviewComment(
  world: World,
  comment: ReviewComment,
): Record<string, unknown> {
  const { thread } = comment;
  const { issue } = thread.pullRequest;
  const url = `${repositoryUrl(world, issue.repository)}/pulls/comments/${comment.id}`;
  return {
    url,
    pull_request_review_id: comment.review.id,
    id: comment.id,
    node_id: nodeId("PullRequestReviewComment", comment.id),
    diff_hunk: comment.diffHunk,
    path: thread.path,
    commit_id: thread.commitSha,
    original_commit_id: comment.commitSha,
    user: presentUser(world, comment.author),
    body: comment.body,
    created_at: instant(comment.createdAt),
    updated_at: instant(comment.updatedAt),
    ...presentLinks(world, comment, url),
    author_association: associationOf(issue.repository, comment.author),
    reactions: presentReactionCounts(url, comment.reactions),
    ...presentPlace(comment),
    ...(comment.inReplyTo !== null && { in_reply_to_id: comment.inReplyTo.id }),
  };
}

function presentLinks(
  world: World,
  { id, thread }: ReviewComment,
  url: string,
): Record<string, unknown> {
  const page = `${issuePage(world, thread.pullRequest.issue)}#discussion_r${id}`;
  const pullRequest = pullRequestUrl(world, thread.pullRequest);
  return {
    html_url: page,
    pull_request_url: pullRequest,
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: pullRequest } },
  };
}

function presentPlace({ thread }: ReviewComment): Record<string, unknown> {
  const isLine = thread.subjectType === "LINE";
  return {
    position: isLine ? thread.position : 1,
    original_position: isLine ? thread.originalPosition : 1,
    line: thread.line,
    original_line: thread.originalLine,
    start_line: thread.startLine,
    original_start_line: thread.originalStartLine,
    side: thread.side,
    start_side: thread.startSide,
    subject_type: isLine ? "line" : "file",
  };
}
