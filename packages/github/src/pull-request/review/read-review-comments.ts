import type { GitHubClient } from "../../client.ts";

/** One comment that was made with a review. */
export interface ReviewComment {
  readonly id: string;
  readonly body: string;
  /** The node id of its review. */
  readonly review: string;
}

const reviewComments = /* GraphQL */ `
  query ReviewComments($reviews: [ID!]!) {
    nodes(ids: $reviews) {
      ... on PullRequestReview {
        id
        comments(first: 100) {
          nodes {
            id
            body
          }
        }
      }
    }
  }
`;

interface CommentsAnswer {
  readonly nodes: readonly ({
    readonly id: string;
    readonly comments: { readonly nodes: readonly Omit<ReviewComment, "review">[] };
  } | null)[];
}

/** The comments of reviews, in their order; one request. @param reviews their node ids */
export async function readReviewComments(
  client: GitHubClient,
  reviews: readonly string[],
): Promise<readonly ReviewComment[]> {
  const { nodes } = await client.query<CommentsAnswer>(reviewComments, { reviews });
  return nodes.flatMap((node) => {
    if (node === null) return [];
    return node.comments.nodes.map((comment) => ({ ...comment, review: node.id }));
  });
}
