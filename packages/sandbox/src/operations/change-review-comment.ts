import { Refusal } from "../kernel/refusal.ts";
import { canWrite } from "../kernel/role.ts";
import type { ReviewComment } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Author } from "./author.ts";
import { checkReviewComment } from "./check-text.ts";
import { announceComment } from "./submit-review.ts";

/** @throws Refusal 403, 422 */
export async function updateReviewComment(
  world: World,
  author: Author,
  comment: ReviewComment,
  body: string,
): Promise<void> {
  checkMayChange(author, comment);
  checkReviewComment(body);
  const changes = { body: { from: comment.body } };
  comment.body = body;
  comment.updatedAt = world.now();
  if (comment.review.state === "PENDING") return;
  await announceComment(world, author, comment, "edited", { changes });
}

/** Its thread goes with its last comment. @throws Refusal 403 */
export async function deleteReviewComment(
  world: World,
  author: Author,
  comment: ReviewComment,
): Promise<void> {
  checkMayChange(author, comment);
  const { thread, review } = comment;
  const { threads } = thread.pullRequest;
  thread.comments.splice(thread.comments.indexOf(comment), 1);
  if (thread.comments.length === 0) threads.splice(threads.indexOf(thread), 1);
  if (review.state !== "PENDING") await announceComment(world, author, comment, "deleted");
}

function checkMayChange(author: Author, comment: ReviewComment): void {
  const { repository } = comment.thread.pullRequest.issue;
  if (comment.author.id === author.actor.id || canWrite(repository, author.actor)) return;
  // An App is let in by its permissions alone.
  if (author.app === null) throw new Refusal(403, "Forbidden");
}
