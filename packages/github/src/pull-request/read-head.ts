import type {
  ExistingCheck,
  ExistingComment,
  ExistingThread,
  PullRequestFacts,
} from "@swarm-actions/publication";
import type { GitHubClient } from "../client.ts";
import type { HeadAnswer } from "./answers.ts";
import { headDocument } from "./documents/head.ts";
import type { PullRequestPlace } from "./place.ts";
import { toChecks, toComment, toState } from "./present.ts";
import { readThreads } from "./read-threads.ts";
import { type PendingReview, toPending } from "./review/pending-review.ts";

export interface HeadRequest extends PullRequestPlace {
  /** The name of our check; default: whatever its name. */
  readonly checkName?: string;
}

/** What decides whether a finished review may still be written, and what of it is still new. */
export interface HeadFacts {
  readonly headSha: string;
  readonly state: PullRequestFacts["state"];
  readonly isDraft: boolean;
  /** The newest fifty, oldest first: a run beside this one shows by its summary. */
  readonly newestComments: readonly ExistingComment[];
  /** The newest fifty, oldest first. */
  readonly newestThreads: readonly ExistingThread[];
  /** Of the head commit, with the name that was asked for. */
  readonly checks: readonly ExistingCheck[];
  /** A review that the token's user has begun and not submitted. */
  readonly pendingReview: PendingReview | null;
}

/** Looks once more before writing; one request. @throws GitHubError */
export async function readHead(client: GitHubClient, request: HeadRequest): Promise<HeadFacts> {
  const { owner, repository: name, number, checkName = null } = request;
  const answer = await client.query<HeadAnswer>(headDocument, { owner, name, number, checkName });
  const found = answer.repository.pullRequest;
  return {
    headSha: found.headRefOid,
    state: toState(found.state),
    isDraft: found.isDraft,
    newestComments: found.comments.nodes.map(toComment),
    newestThreads: await readThreads(client, found.reviewThreads.nodes),
    checks: toChecks(found),
    pendingReview: toPending(found.pending?.nodes ?? []),
  };
}
