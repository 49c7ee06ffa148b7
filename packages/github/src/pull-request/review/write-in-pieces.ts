import type { ReviewPlan } from "@swarm-actions/publication";
import type { GitHubClient, Sender, Written } from "../../client.ts";
import { nameOf } from "../place.ts";
import type { MadeReview, Part } from "../published.ts";
import { clearPending } from "./clear-pending.ts";
import { findReview } from "./find-review.ts";
import { missingFrom } from "./missing-from.ts";
import { moveIntoBody } from "./move-into-body.ts";
import type { PendingReview } from "./pending-review.ts";
import type { Comment } from "./pieces-document.ts";
import { readReviewComments } from "./read-review-comments.ts";
import type { ReviewTarget } from "./review-target.ts";
import { type SentReview, sendPieces } from "./send-pieces.ts";

/**
 * Begins a review, adds its comments one by one and submits it; one document when there are few. A
 * comment that GitHub does not take is moved into the review's body. No half of a review stays behind.
 * @param pending what is known of a review that was begun earlier; undefined: nothing
 */
export async function writeInPieces(
  client: GitHubClient,
  target: ReviewTarget,
  plan: ReviewPlan,
  pending: PendingReview | null | undefined,
): Promise<Part<MadeReview>> {
  const written = await sendOnce(client, target, plan, pending);
  if (written.status === "dry-run") return written;
  const { review, refused, hasBody } = written.value;
  if (refused.length > 0 || !hasBody) {
    await moveIntoBody(client, target, review.nodeId, plan.body, refused);
  }
  const { id, url } = review;
  return { status: written.status, value: { id, url, moved: refused } };
}

function sendOnce(
  client: GitHubClient,
  target: ReviewTarget,
  plan: ReviewPlan,
  pending: PendingReview | null | undefined,
): Promise<Written<SentReview>> {
  let isClear = pending === null;
  const clear = async (sender: Sender) => {
    if (!isClear) await clearPending(client, sender, target);
    // What this attempt leaves behind has to be cleared by the next.
    isClear = false;
  };
  return client.write({
    action: "create review in pieces",
    target: nameOf(target),
    send: async (sender) => {
      await clear(sender);
      return sendPieces(sender, target, plan);
    },
    find: (reader) => find(reader, target, plan),
  });
}

/** The answer that was lost would have said which comments were refused. */
async function find(
  client: GitHubClient,
  target: ReviewTarget,
  plan: ReviewPlan,
): Promise<SentReview | null> {
  const review = await findReview(client, target, plan);
  if (review === null) return null;
  const written = await readReviewComments(client, [review.nodeId]);
  const bodies = written.map(({ body }) => body);
  const comments: readonly Comment[] = [...plan.lines, ...plan.files];
  return { review, refused: missingFrom(comments, bodies), hasBody: true };
}
