import { presentWorkflow } from "../present/workflow.ts";
import { presentWorkflowRun } from "../present/workflow-run.ts";
import type { PullRequest, Repository, User, WorkflowRun } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announce } from "./announce.ts";
import { type CommitFacts, readCommit } from "./git/read-commit.ts";
import { hasObject } from "./git/resolve.ts";

export interface NewWorkflowRun {
  readonly name: string;
  /** `.github/workflows/….yml`. */
  readonly path: string;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository: Repository;
  readonly actor: User;
  /** Those that it runs for; runs for forks show none, as on GitHub. */
  readonly pullRequests: readonly PullRequest[];
}

/** Registers a run that is under way, and emits `workflow_run` `requested`. */
export async function createWorkflowRun(
  world: World,
  repository: Repository,
  input: NewWorkflowRun,
): Promise<WorkflowRun> {
  const createdAt = world.now();
  const run: WorkflowRun = {
    kind: "workflow-run",
    id: world.nextId(),
    repository,
    ...input,
    pullRequests: input.headRepository === repository ? input.pullRequests : [],
    number: repository.workflowRuns.filter(({ path }) => path === input.path).length + 1,
    attempt: 1,
    status: "in_progress",
    conclusion: null,
    createdAt,
    updatedAt: createdAt,
  };
  repository.workflowRuns.push(run);
  await announceRun(world, run, "requested");
  return run;
}

/** Ends a run and emits `workflow_run` `completed`, which starts the workflows that wait for it. */
export async function completeWorkflowRun(
  world: World,
  run: WorkflowRun,
  conclusion: string,
): Promise<void> {
  run.status = "completed";
  run.conclusion = conclusion;
  run.updatedAt = world.now();
  await announceRun(world, run, "completed");
}

/** The head commit of a run; null when it is gone with its fork. */
export async function headCommitOf(run: WorkflowRun): Promise<CommitFacts | null> {
  for (const repository of [run.repository, run.headRepository]) {
    if (await hasObject(repository, run.headSha)) return readCommit(repository, run.headSha);
  }
  return null;
}

async function announceRun(world: World, run: WorkflowRun, action: string): Promise<void> {
  const commit = await headCommitOf(run);
  announce(world, { actor: run.actor, app: null }, run.repository, "workflow_run", {
    action,
    workflow_run: presentWorkflowRun(world, run, commit),
    workflow: presentWorkflow(world, run),
  });
}
