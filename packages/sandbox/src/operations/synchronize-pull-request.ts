import type { PullRequest, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announcePullRequest } from "./announce-pull-request.ts";
import type { Author } from "./author.ts";
import { carryThreads } from "./carry-threads.ts";
import { fetchHead } from "./git/fetch-head.ts";
import { tipOf } from "./git/resolve.ts";

/**
 * The head of a pull request moved: takes the tip of its branch, carries its threads to the new diff,
 * and emits `pull_request` `synchronize`. Does nothing when the head is where it was.
 */
export async function synchronizePullRequest(
  world: World,
  author: Author,
  pullRequest: PullRequest,
): Promise<void> {
  const { base, head, issue } = pullRequest;
  if (head.repository === null) return;
  const before = head.sha;
  const [after, tip] = await Promise.all([
    tipOf(head.repository, head.ref),
    tipOf(issue.repository, base.ref),
  ]);
  if (after === null || after === before) return;
  head.sha = after;
  if (tip !== null) pullRequest.base = { ref: base.ref, sha: tip };
  issue.updatedAt = world.now();
  await fetchHead(pullRequest);
  await carryThreads(pullRequest);
  await announcePullRequest(world, author, pullRequest, "synchronize", { before, after });
}

/** Synchronizes every open pull request that comes from a branch. */
export async function synchronizeBranch(
  world: World,
  author: Author,
  repository: Repository,
  ref: string,
): Promise<void> {
  for (const pullRequest of openPullRequestsFrom(world, repository, ref)) {
    await synchronizePullRequest(world, author, pullRequest);
  }
}

export function openPullRequestsFrom(
  world: World,
  repository: Repository,
  ref: string,
): readonly PullRequest[] {
  return [...world.repositories.values()].flatMap(({ issues }) =>
    [...issues.values()].flatMap(({ pullRequest, state }) => {
      if (pullRequest === null || state === "closed") return [];
      const { head } = pullRequest;
      return head.repository === repository && head.ref === ref ? [pullRequest] : [];
    }),
  );
}
