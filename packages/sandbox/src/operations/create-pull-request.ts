import { invalid } from "../kernel/refusal.ts";
import type { PullRequest, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announcePullRequest } from "./announce-pull-request.ts";
import type { Author } from "./author.ts";
import { checkBody, checkTitle } from "./check-text.ts";
import { fetchHead, fetchObjects } from "./git/fetch-head.ts";
import { commitsBetween, mergeBase } from "./git/merge-base.ts";
import { tipOf } from "./git/resolve.ts";
import { recordIssue } from "./record-issue.ts";

export interface NewPullRequest {
  readonly title: string;
  readonly body: string | null;
  readonly head: { readonly repository: Repository; readonly ref: string };
  /** A branch of the repository it goes to. */
  readonly base: string;
  readonly draft: boolean;
}

/** Opens a pull request and emits `pull_request` `opened`. @throws Refusal 422 as GitHub does */
export async function createPullRequest(
  world: World,
  author: Author,
  repository: Repository,
  input: NewPullRequest,
): Promise<PullRequest> {
  checkTitle("PullRequest", input.title);
  checkBody("PullRequest", input.body ?? "");
  const ends = await findEnds(repository, input);
  const pullRequest = record(world, author, repository, input, ends);
  await fetchHead(pullRequest);
  await announcePullRequest(world, author, pullRequest, "opened");
  return pullRequest;
}

interface Ends {
  readonly base: string;
  readonly head: string;
}

async function findEnds(repository: Repository, input: NewPullRequest): Promise<Ends> {
  const [base, head] = await Promise.all([
    tipOf(repository, input.base),
    tipOf(input.head.repository, input.head.ref),
  ]);
  if (base === null) throw invalid({ resource: "PullRequest", field: "base", code: "invalid" });
  if (head === null) throw invalid({ resource: "PullRequest", field: "head", code: "invalid" });
  refuseSecond(repository, input);
  await fetchObjects(repository, input.head);
  if ((await mergeBase(repository, base, head)) === null) throw refuse(noHistory(input));
  if ((await commitsBetween(repository, base, head)).length === 0) throw refuse(noCommits(input));
  return { base, head };
}

function refuseSecond(repository: Repository, { head, base }: NewPullRequest): void {
  for (const { pullRequest, state } of repository.issues.values()) {
    if (pullRequest === null || state === "closed") continue;
    const isSame =
      pullRequest.head.repository === head.repository &&
      pullRequest.head.ref === head.ref &&
      pullRequest.base.ref === base;
    if (!isSame) continue;
    const label = `${head.repository.owner.login}:${head.ref}`;
    throw refuse(`A pull request already exists for ${label}.`);
  }
}

function noHistory({ base, head }: NewPullRequest): string {
  return `The ${head.ref} branch has no history in common with ${base}`;
}

function noCommits({ base, head }: NewPullRequest): string {
  return `No commits between ${base} and ${head.ref}`;
}

function refuse(message: string): Error {
  return invalid({ resource: "PullRequest", code: "custom", message });
}

function record(
  world: World,
  author: Author,
  repository: Repository,
  input: NewPullRequest,
  ends: Ends,
): PullRequest {
  // The wait for git may have let another one in.
  refuseSecond(repository, input);
  const issue = recordIssue(world, author, repository, input);
  const pullRequest: PullRequest = {
    kind: "pull-request",
    id: world.nextId(),
    issue,
    base: { ref: input.base, sha: ends.base },
    head: { repository: input.head.repository, ref: input.head.ref, sha: ends.head },
    draft: input.draft,
    merged: null,
    reviews: [],
    threads: [],
  };
  issue.pullRequest = pullRequest;
  return pullRequest;
}
