import { Refusal } from "../kernel/refusal.ts";
import { canWrite } from "../kernel/role.ts";
import { nodeId } from "../present/node-id.ts";
import { presentReviewComment } from "../present/review-comment.ts";
import type { ReviewThread } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announceOnPullRequest } from "./announce-pull-request.ts";
import type { Author } from "./author.ts";

/** Marks a thread as settled; nothing happens to one that is. @throws Refusal 403 */
export async function resolveThread(
  world: World,
  author: Author,
  thread: ReviewThread,
): Promise<void> {
  checkMayResolve(author, thread);
  if (thread.resolvedBy !== null) return;
  thread.resolvedBy = author.actor;
  await announceThread(world, author, thread, "resolved");
}

/** @throws Refusal 403 */
export async function unresolveThread(
  world: World,
  author: Author,
  thread: ReviewThread,
): Promise<void> {
  checkMayResolve(author, thread);
  if (thread.resolvedBy === null) return;
  thread.resolvedBy = null;
  await announceThread(world, author, thread, "unresolved");
}

/** People who can write, and the author of the pull request; an App by its permissions. */
export function mayResolve(author: Author, { pullRequest }: ReviewThread): boolean {
  const { issue } = pullRequest;
  const isAuthor = issue.author.id === author.actor.id;
  return author.app !== null || isAuthor || canWrite(issue.repository, author.actor);
}

function checkMayResolve(author: Author, thread: ReviewThread): void {
  if (mayResolve(author, thread)) return;
  throw new Refusal(403, `${author.actor.login} does not have permission to resolve this thread.`);
}

function announceThread(
  world: World,
  author: Author,
  thread: ReviewThread,
  action: string,
): Promise<void> {
  const comments = thread.comments.map((comment) => presentReviewComment(world, comment));
  return announceOnPullRequest(world, author, thread.pullRequest, "pull_request_review_thread", {
    action,
    thread: { node_id: nodeId("PullRequestReviewThread", thread.id), comments },
  });
}
