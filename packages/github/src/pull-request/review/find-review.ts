import type { ReviewPlan } from "@swarm-actions/publication";
import type { GitHubClient } from "../../client.ts";
import { bodiesEqual } from "../bodies-equal.ts";
import type { PullRequestPlace } from "../place.ts";
import type { Made } from "../published.ts";
import { type OwnReview, ownReviewFields } from "./own-review.ts";

const ownReviews = /* GraphQL */ `
  query OwnReviews($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        reviews(last: 50) {
          nodes {
            ${ownReviewFields}
          }
        }
      }
    }
  }
`;

interface OwnReviewsAnswer {
  readonly repository: {
    readonly pullRequest: { readonly reviews: { readonly nodes: readonly OwnReview[] } };
  };
}

async function readOwn(client: GitHubClient, place: PullRequestPlace): Promise<OwnReview[]> {
  const { owner, repository: name, number } = place;
  const answer = await client.query<OwnReviewsAnswer>(ownReviews, { owner, name, number });
  const { nodes } = answer.repository.pullRequest.reviews;
  return nodes.filter(({ viewerDidAuthor }) => viewerDidAuthor);
}

/** The review of a plan, if an attempt to write it succeeded. */
export async function findReview(
  client: GitHubClient,
  place: PullRequestPlace,
  { commitSha, body: planned }: ReviewPlan,
): Promise<(Made & { readonly nodeId: string }) | null> {
  const own = await readOwn(client, place);
  const found = own.findLast(
    ({ state, body, commit }) =>
      state !== "PENDING" && commit?.oid === commitSha && bodiesEqual(body, planned),
  );
  if (found === undefined) return null;
  return { nodeId: found.id, id: Number(found.fullDatabaseId), url: found.url };
}
