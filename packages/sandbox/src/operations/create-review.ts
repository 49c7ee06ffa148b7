import type { PullRequest, Review } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Author } from "./author.ts";
import { carryThreads } from "./carry-threads.ts";
import { checkBody, checkReviewBody, checkUnlocked, unprocessable } from "./check-text.ts";
import { findPlace, type Place, type WantedPlace } from "./find-place.ts";
import { isCommitOf } from "./git/commits-of.ts";
import { recordReview, recordThread } from "./record-review.ts";
import { refuseInReview } from "./refuse-place.ts";
import type { ReviewEvent } from "./review-event.ts";
import { checkEvent, refusePending } from "./review-rules.ts";
import { publishReview } from "./submit-review.ts";

export interface NewReview {
  /** Null leaves it pending. */
  readonly event: ReviewEvent | null;
  readonly body: string;
  /** Null: the head. */
  readonly commitSha: string | null;
  readonly comments: readonly { readonly body: string; readonly place: WantedPlace }[];
}

/** Reviews a pull request: all of it, or nothing. @throws Refusal 403, 422 as GitHub does */
export async function createReview(
  world: World,
  author: Author,
  pullRequest: PullRequest,
  input: NewReview,
): Promise<Review> {
  checkUnlocked(pullRequest.issue, author);
  refusePending(pullRequest, author);
  checkReviewBody(input.body);
  if (input.event !== null) {
    const { event, body, comments } = input;
    checkEvent(world, author, pullRequest, { event, body, comments: comments.length });
  }
  const commitSha = await findCommit(pullRequest, input.commitSha);
  const comments = await findPlaces(pullRequest, commitSha, input.comments);
  // The wait for git may have let another one in.
  refusePending(pullRequest, author);
  const review = recordReview(world, author, pullRequest, { body: input.body, commitSha });
  for (const { body, place } of comments) recordThread(world, author, review, place, body);
  if (commitSha !== pullRequest.head.sha) await carryThreads(pullRequest);
  if (input.event !== null) await publishReview(world, author, review, input.event);
  return review;
}

async function findCommit(pullRequest: PullRequest, wanted: string | null): Promise<string> {
  if (wanted === null) return pullRequest.head.sha;
  if (await isCommitOf(pullRequest, wanted)) return wanted;
  throw unprocessable("The commitOID is not part of the pull request");
}

async function findPlaces(
  pullRequest: PullRequest,
  commit: string,
  comments: NewReview["comments"],
): Promise<readonly { body: string; place: Place }[]> {
  const found: { body: string; place: Place }[] = [];
  for (const { body, place: wanted } of comments) {
    checkBody("PullRequestReviewComment", body);
    if (body.trim() === "") throw unprocessable("Body can't be blank");
    const place = await findPlace(pullRequest, commit, wanted);
    if (typeof place === "string") throw refuseInReview(place);
    found.push({ body, place });
  }
  return found;
}
