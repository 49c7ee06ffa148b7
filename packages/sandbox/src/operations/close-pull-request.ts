import { invalid } from "../kernel/refusal.ts";
import type { PullRequest, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announcePullRequest } from "./announce-pull-request.ts";
import type { Author } from "./author.ts";
import { tipOf } from "./git/resolve.ts";
import { openPullRequestsFrom, synchronizePullRequest } from "./synchronize-pull-request.ts";

/** Emits `pull_request` `closed`; nothing happens to one that is. */
export async function closePullRequest(
  world: World,
  author: Author,
  pullRequest: PullRequest,
): Promise<void> {
  const { issue } = pullRequest;
  if (issue.state === "closed") return;
  issue.state = "closed";
  issue.closedAt = world.now();
  issue.updatedAt = issue.closedAt;
  await announcePullRequest(world, author, pullRequest, "closed");
}

/** @throws Refusal 422 when it was merged or its branch is gone */
export async function checkMayReopen({ head, issue, merged }: PullRequest): Promise<void> {
  if (issue.state === "open") return;
  const tip = head.repository === null ? null : await tipOf(head.repository, head.ref);
  if (merged === null && tip !== null) return;
  const message = "state cannot be changed. The pull request cannot be reopened.";
  throw invalid({ resource: "PullRequest", code: "custom", field: "state", message });
}

/** Emits `pull_request` `reopened`. To be asked for only where it may. */
export async function reopenPullRequest(
  world: World,
  author: Author,
  pullRequest: PullRequest,
): Promise<void> {
  const { issue } = pullRequest;
  if (issue.state === "open") return;
  issue.state = "open";
  issue.closedAt = null;
  issue.updatedAt = world.now();
  await announcePullRequest(world, author, pullRequest, "reopened");
  await synchronizePullRequest(world, author, pullRequest);
}

/** Closes the pull requests whose branch was deleted, as GitHub does. */
export async function closePullRequestsFrom(
  world: World,
  author: Author,
  repository: Repository,
  branch: string,
): Promise<void> {
  for (const pullRequest of openPullRequestsFrom(world, repository, branch)) {
    await closePullRequest(world, author, pullRequest);
  }
}
