import type { DataOf, GitHubClient } from "../client.ts";
import type { PullRequestPlace, RepositoryPlace } from "./place.ts";

export interface RunPlace extends RepositoryPlace {
  readonly runId: number;
}

/** A run as GitHub tells it, which no pull request can forge. */
export interface WorkflowRunFacts {
  readonly id: number;
  readonly attempt: number;
  readonly name: string;
  /** `.github/workflows/….yml`. */
  readonly path: string;
  readonly event: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name`; null once the fork is gone. */
  readonly headRepository: string | null;
}

/** @throws GitHubError */
export async function readWorkflowRun(
  client: GitHubClient,
  { owner, repository, runId }: RunPlace,
): Promise<WorkflowRunFacts> {
  const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
  const run = await client.read(route, { owner, repo: repository, run_id: runId });
  return toFacts(run);
}

function toFacts(run: DataOf<"GET /repos/{owner}/{repo}/actions/runs/{run_id}">): WorkflowRunFacts {
  return {
    id: Number(run.id),
    attempt: run.run_attempt ?? 1,
    name: run.name ?? "",
    path: run.path,
    event: run.event,
    status: run.status ?? "",
    conclusion: run.conclusion,
    headSha: run.head_sha,
    headBranch: run.head_branch ?? "",
    headRepository: run.head_repository?.full_name ?? null,
  };
}

/**
 * The open pull requests that a run may have been for: those from its branch of its repository whose head
 * is its commit. None after another push; several when the branch goes to several bases. Nothing of the
 * run's artifacts is believed.
 * @throws GitHubError
 */
export async function findPullRequestsOfRun(
  client: GitHubClient,
  { owner, repository }: RepositoryPlace,
  run: WorkflowRunFacts,
): Promise<readonly PullRequestPlace[]> {
  const headOwner = run.headRepository?.split("/")[0];
  if (headOwner === undefined || run.headBranch === "") return [];
  const candidates = await client.readAll("GET /repos/{owner}/{repo}/pulls", {
    owner,
    repo: repository,
    state: "open",
    head: `${headOwner}:${run.headBranch}`,
    per_page: 100,
  });
  const found = candidates.filter(({ head }) => isHeadOf(run, head));
  return found.map(({ number }) => ({ owner, repository, number: Number(number) }));
}

type Head = DataOf<"GET /repos/{owner}/{repo}/pulls">[number]["head"];

/** GitHub ignores an unknown filter, so that what came is looked at again. */
function isHeadOf(run: WorkflowRunFacts, head: Head): boolean {
  return (
    head.sha === run.headSha &&
    head.ref === run.headBranch &&
    head.repo?.full_name.toLowerCase() === run.headRepository?.toLowerCase()
  );
}
