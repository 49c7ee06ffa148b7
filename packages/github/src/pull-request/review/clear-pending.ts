import type { GitHubClient, Sender } from "../../client.ts";
import { GitHubError } from "../../failure/github-error.ts";
import { nameOf, type PullRequestPlace } from "../place.ts";
import { readHead } from "../read-head.ts";

const deletePending = /* GraphQL */ `
  mutation DeletePendingReview($id: ID!) {
    deletePullRequestReview(input: { pullRequestReviewId: $id }) {
      clientMutationId
    }
  }
`;

/**
 * Deletes the half of a review that an earlier attempt left.
 * @throws GitHubError `github/pending-review` when a person began one with this token; it is left alone
 */
export async function clearPending(
  client: GitHubClient,
  sender: Sender,
  place: PullRequestPlace,
): Promise<void> {
  const { pendingReview } = await readHead(client, place);
  if (pendingReview === null) return;
  if (!pendingReview.isOurs) throw personsReview(place);
  await sender.graphql(deletePending, { id: pendingReview.nodeId });
}

function personsReview(place: PullRequestPlace): GitHubError {
  const message = "the token's user has begun a review here and not submitted it";
  return new GitHubError("github/pending-review", message, {
    fix: "Submit or discard that review, or give the action a token of its own.",
    place: nameOf(place),
    status: null,
  });
}
