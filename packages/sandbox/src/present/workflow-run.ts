import type { CommitFacts } from "../operations/git/read-commit.ts";
import { workflowId } from "../operations/workflow-id.ts";
import type { WorkflowRun } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { presentSimpleCommit } from "./commit.ts";
import { instant } from "./instant.ts";
import { nodeId } from "./node-id.ts";
import { presentMinimalPullRequest } from "./pull-request-minimal.ts";
import { presentMinimalRepository } from "./repository.ts";
import { repositoryPage, repositoryUrl } from "./repository-urls.ts";
import { presentUser } from "./user.ts";

/** A `workflow-run`; the commit may be gone with a fork. */
export function presentWorkflowRun(
  world: World,
  run: WorkflowRun,
  commit: CommitFacts | null,
): Record<string, unknown> {
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId("WorkflowRun", run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: commit?.message.split("\n")[0] ?? run.name,
    run_number: run.number,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflowId(run.repository, run.path),
    // Every run has a suite of its own, which the sandbox shows nothing else of.
    check_suite_id: run.id,
    check_suite_node_id: nodeId("CheckSuite", run.id),
    pull_requests: run.pullRequests.flatMap(
      (pullRequest) => presentMinimalPullRequest(world, pullRequest) ?? [],
    ),
    created_at: instant(run.createdAt),
    updated_at: instant(run.updatedAt),
    run_started_at: instant(run.createdAt),
    actor: presentUser(world, run.actor),
    triggering_actor: presentUser(world, run.actor),
    referenced_workflows: [],
    head_commit: commit === null ? null : presentSimpleCommit(commit),
    repository: presentMinimalRepository(world, run.repository),
    head_repository: presentMinimalRepository(world, run.headRepository),
    ...addresses(world, run),
  };
}

function addresses(world: World, run: WorkflowRun): Record<string, unknown> {
  const root = repositoryUrl(world, run.repository);
  const url = `${root}/actions/runs/${run.id}`;
  const previous = run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null;
  return {
    url,
    html_url: `${repositoryPage(world, run.repository)}/actions/runs/${run.id}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${root}/check-suites/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: previous,
    workflow_url: `${root}/actions/workflows/${workflowId(run.repository, run.path)}`,
  };
}
