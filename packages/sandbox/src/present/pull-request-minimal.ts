import type { PullRequest, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { pullRequestUrl } from "./pull-request.ts";
import { repositoryUrl } from "./repository-urls.ts";

/** What check runs and workflow runs say of their pull requests; null when its fork is gone. */
export function presentMinimalPullRequest(
  world: World,
  pullRequest: PullRequest,
): Record<string, unknown> | null {
  const { base, head, issue } = pullRequest;
  if (head.repository === null) return null;
  return {
    url: pullRequestUrl(world, pullRequest),
    id: pullRequest.id,
    number: issue.number,
    head: { ref: head.ref, sha: head.sha, repo: presentPlace(world, head.repository) },
    base: { ref: base.ref, sha: base.sha, repo: presentPlace(world, issue.repository) },
  };
}

/** Those of a repository whose head a commit is, from no fork, as GitHub lists them. */
export function presentPullRequestsAt(
  world: World,
  repository: Repository,
  sha: string,
): readonly Record<string, unknown>[] {
  return [...repository.issues.values()].flatMap(({ pullRequest, state }) => {
    if (state === "closed" || pullRequest === null) return [];
    const { head } = pullRequest;
    if (head.sha !== sha || head.repository !== repository) return [];
    const shown = presentMinimalPullRequest(world, pullRequest);
    return shown === null ? [] : [shown];
  });
}

function presentPlace(world: World, repository: Repository): Record<string, unknown> {
  return { id: repository.id, url: repositoryUrl(world, repository), name: repository.name };
}
