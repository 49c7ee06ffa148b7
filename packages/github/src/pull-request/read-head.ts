import type { ExistingComment, PullRequestFacts } from "@swarm-actions/publication";
import type { GitHubClient } from "../client.ts";
import type { HeadAnswer } from "./answers.ts";
import { headDocument } from "./documents/head.ts";
import type { PullRequestPlace } from "./place.ts";
import { toComment, toState } from "./present.ts";
import { type PendingReview, toPending } from "./review/pending-review.ts";

/** What decides whether a finished review may still be written. */
export interface HeadFacts {
  readonly headSha: string;
  readonly state: PullRequestFacts["state"];
  readonly isDraft: boolean;
  /** The newest fifty, oldest first: a run beside this one shows by its summary. */
  readonly newestComments: readonly ExistingComment[];
  /** A review that the token's user has begun and not submitted. */
  readonly pendingReview: PendingReview | null;
}

/** Looks once more before writing; one request. @throws GitHubError */
export async function readHead(client: GitHubClient, place: PullRequestPlace): Promise<HeadFacts> {
  const { owner, repository, number } = place;
  const answer = await client.query<HeadAnswer>(headDocument, { owner, name: repository, number });
  const { headRefOid, state, isDraft, comments, pending } = answer.repository.pullRequest;
  return {
    headSha: headRefOid,
    state: toState(state),
    isDraft,
    newestComments: comments.nodes.map(toComment),
    pendingReview: toPending(pending?.nodes ?? []),
  };
}
