import type { ReviewPlan } from "@swarm-actions/publication";
import type { GitHubClient } from "../../client.ts";
import { GitHubError } from "../../failure/github-error.ts";
import { nameOf } from "../place.ts";
import type { MadeReview, Part } from "../published.ts";
import { findReview } from "./find-review.ts";
import type { PendingReview } from "./pending-review.ts";
import type { ReviewTarget } from "./review-target.ts";
import { writeInPieces } from "./write-in-pieces.ts";

/**
 * Writes the review in one request. REST knows no comments on whole files, and refuses all when one line
 * is not in the diff: then the review is put together by GraphQL, piece by piece.
 * @param pending what is known of a review that was begun earlier; undefined: nothing
 * @throws GitHubError
 */
export async function writeReview(
  client: GitHubClient,
  target: ReviewTarget,
  plan: ReviewPlan,
  pending: PendingReview | null | undefined,
): Promise<Part<MadeReview>> {
  if (plan.files.length > 0) return writeInPieces(client, target, plan, pending);
  try {
    return await writeWhole(client, target, plan);
  } catch (thrown) {
    const isInvalid = thrown instanceof GitHubError && thrown.status === 422;
    if (!isInvalid || plan.lines.length === 0) throw thrown;
    return writeInPieces(client, target, plan, pending);
  }
}

function writeWhole(
  client: GitHubClient,
  target: ReviewTarget,
  plan: ReviewPlan,
): Promise<Part<MadeReview>> {
  const { owner, repository: repo, number: pull_number } = target;
  return client.write({
    action: "create review",
    target: nameOf(target),
    send: async (sender) => {
      const review = await sender.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
        owner,
        repo,
        pull_number,
        commit_id: plan.commitSha,
        event: "COMMENT",
        body: plan.body,
        comments: plan.lines.map(toRestComment),
      });
      return { id: Number(review.id), url: review.html_url, moved: [] };
    },
    find: async (reader) => {
      const found = await findReview(reader, target, plan);
      return found === null ? null : { id: found.id, url: found.url, moved: [] };
    },
  });
}

function toRestComment({ path, side, line, startLine, body }: ReviewPlan["lines"][number]) {
  const place = { path, side, line, body };
  return startLine === null ? place : { ...place, start_line: startLine, start_side: side };
}
