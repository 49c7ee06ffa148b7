import type { GitHubClient } from "../../client.ts";
import type { OwnReview } from "../review/own-review.ts";
import { commentAnswer, newestReviews } from "./conclude-document.ts";

const concluded = /* GraphQL */ `
  query Concluded($pullRequest: ID!, $comments: [ID!]!, $threads: [ID!]!) {
    node(id: $pullRequest) {
      ... on PullRequest {
        comments(last: 50) { nodes { ${commentAnswer} body viewerDidAuthor } }
        ${newestReviews}
      }
    }
    comments: nodes(ids: $comments) {
      ... on IssueComment { ${commentAnswer} body viewerDidAuthor }
    }
    threads: nodes(ids: $threads) {
      ... on PullRequestReviewThread { id isResolved }
    }
  }
`;

export interface SummaryAnswer {
  readonly id: string;
  readonly fullDatabaseId: string | number | null;
  readonly url: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
}

interface ConcludedAnswer {
  readonly node: {
    readonly comments: { readonly nodes: readonly SummaryAnswer[] };
    readonly reviews: { readonly nodes: readonly OwnReview[] } | null;
  };
  readonly comments: readonly (SummaryAnswer | null)[];
  readonly threads: readonly ({ readonly id: string; readonly isResolved: boolean } | null)[];
}

/** How things stand of which an answer was lost. */
export interface Concluded {
  /** The token's own newest comments, and those asked for by id. */
  readonly comments: readonly SummaryAnswer[];
  readonly reviews: readonly OwnReview[];
  readonly resolved: ReadonlySet<string>;
}

export async function readConcluded(
  client: GitHubClient,
  pullRequest: string,
  comments: readonly string[],
  threads: readonly string[],
): Promise<Concluded> {
  const variables = { pullRequest, comments, threads };
  const answer = await client.query<ConcludedAnswer>(concluded, variables, { missing: "null" });
  const asked = answer.comments.filter((comment) => comment !== null);
  const own = answer.node.comments.nodes.filter(({ viewerDidAuthor }) => viewerDidAuthor);
  const resolved = answer.threads.filter((thread) => thread?.isResolved === true);
  return {
    comments: [...asked, ...own],
    reviews: answer.node.reviews?.nodes ?? [],
    resolved: new Set(resolved.map((thread) => thread?.id ?? "")),
  };
}
