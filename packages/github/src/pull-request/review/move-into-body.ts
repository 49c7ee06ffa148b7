import type { GitHubClient } from "../../client.ts";
import { bodiesEqual } from "../bodies-equal.ts";
import { nameOf } from "../place.ts";
import { withMoved } from "./move-comments.ts";
import type { Comment } from "./pieces-document.ts";
import type { ReviewTarget } from "./review-target.ts";

const updateReview = /* GraphQL */ `
  mutation UpdateReview($id: ID!, $body: String!) {
    updatePullRequestReview(input: { pullRequestReviewId: $id, body: $body }) {
      clientMutationId
    }
  }
`;

const reviewBody = /* GraphQL */ `
  query ReviewBody($id: ID!) {
    node(id: $id) {
      ... on PullRequestReview {
        body
      }
    }
  }
`;

/** Says in a review's text what found no place beside the code. @throws GitHubError */
export async function moveIntoBody(
  client: GitHubClient,
  target: ReviewTarget,
  nodeId: string,
  planned: string,
  refused: readonly Comment[],
): Promise<void> {
  const body = withMoved(planned, refused);
  await client.write({
    action: "move comments into the review",
    target: nameOf(target),
    send: (sender) => sender.graphql(updateReview, { id: nodeId, body }),
    find: async (reader) => {
      const { node } = await reader.query<{ readonly node: { readonly body: string } }>(
        reviewBody,
        { id: nodeId },
      );
      return bodiesEqual(node.body, body) ? node : null;
    },
  });
}
