import type { PullRequest, Review } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Author } from "./author.ts";
import { unprocessable } from "./check-text.ts";
import type { ReviewEvent } from "./review-event.ts";

/** The one review of an author that nobody else sees yet; null when there is none. */
export function pendingReview({ reviews }: PullRequest, author: Author): Review | null {
  return (
    reviews.find(({ author: { id }, state }) => state === "PENDING" && id === author.actor.id) ??
    null
  );
}

/** @throws Refusal 422 when the author has a pending review, whatever is added to it */
export function refusePending(pullRequest: PullRequest, author: Author): void {
  if (pendingReview(pullRequest, author) === null) return;
  throw unprocessable("User can only have one pending review per pull request");
}

/** What somebody wants to say with a review. */
interface SaidReview {
  readonly event: ReviewEvent;
  readonly body: string;
  /** How many comments it has. */
  readonly comments: number;
}

/** What a review may say, by whom. @throws Refusal 422 */
export function checkEvent(
  world: World,
  author: Author,
  { issue }: PullRequest,
  { event, body, comments }: SaidReview,
): void {
  const isOwn = issue.author.id === author.actor.id;
  if (isOwn && event === "APPROVE") throw unprocessable("Can not approve your own pull request");
  if (isOwn && event === "REQUEST_CHANGES") {
    throw unprocessable("Can not request changes on your own pull request");
  }
  if (event === "APPROVE" && author.app?.id === world.actionsApp.id) {
    throw unprocessable("GitHub Actions is not permitted to approve pull requests.");
  }
  if (event === "APPROVE" || body.trim() !== "" || comments > 0) return;
  throw unprocessable(
    event === "COMMENT"
      ? "You need to leave a comment."
      : "You need to leave a comment indicating the requested changes.",
  );
}
