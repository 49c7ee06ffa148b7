import { concludeSuite } from "../operations/conclude-suite.ts";
import type { CommitFacts } from "../operations/git/read-commit.ts";
import type { CheckSuite } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { presentApp } from "./app.ts";
import { presentSimpleCommit } from "./commit.ts";
import { instant } from "./instant.ts";
import { nodeId } from "./node-id.ts";
import { presentPullRequestsAt } from "./pull-request-minimal.ts";
import { presentMinimalRepository } from "./repository.ts";
import { repositoryUrl } from "./repository-urls.ts";

export function presentCheckSuite(
  world: World,
  suite: CheckSuite,
  commit: CommitFacts,
): Record<string, unknown> {
  const { repository } = suite;
  const url = `${repositoryUrl(world, repository)}/check-suites/${suite.id}`;
  return {
    id: suite.id,
    node_id: nodeId("CheckSuite", suite.id),
    head_branch: branchOf(suite),
    head_sha: suite.headSha,
    ...concludeSuite(suite),
    url,
    before: null,
    after: suite.headSha,
    pull_requests: presentPullRequestsAt(world, repository, suite.headSha),
    app: presentApp(world, suite.app),
    repository: presentMinimalRepository(world, repository),
    created_at: instant(suite.createdAt),
    updated_at: instant(suite.createdAt),
    head_commit: presentSimpleCommit(commit),
    latest_check_runs_count: suite.runs.length,
    check_runs_url: `${url}/check-runs`,
  };
}

/** The branch of a pull request whose head it is. */
function branchOf({ repository, headSha }: CheckSuite): string | null {
  for (const { pullRequest } of repository.issues.values()) {
    if (pullRequest?.head.sha === headSha && pullRequest.head.repository === repository) {
      return pullRequest.head.ref;
    }
  }
  return null;
}
