import type { WorkflowRun } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Trigger } from "./trigger.ts";

/** What is told of a run besides its event. */
export interface RunIdentity {
  /** Default: `pr-review`, or whatever the action's folder is named. */
  readonly workflow?: string;
  /** `.github/workflows/….yml`; default: after the workflow. */
  readonly path?: string;
  readonly attempt?: number;
  /** The job's id; default `run`. */
  readonly job?: string;
  /** An earlier run that this one belongs to: another job of it, or another attempt. */
  readonly of?: WorkflowRun;
}

/** Writes a run down in its repository, in progress. */
export function registerRun(
  world: World,
  trigger: Trigger,
  identity: RunIdentity & { readonly workflow: string },
): WorkflowRun {
  const now = world.now();
  if (identity.of !== undefined) {
    const { of: run } = identity;
    return Object.assign(run, {
      attempt: identity.attempt ?? run.attempt,
      status: "in_progress" as const,
      conclusion: null,
      updatedAt: now,
    });
  }
  const { repository, event, pullRequest, fromFork } = trigger;
  const path = identity.path ?? `.github/workflows/${identity.workflow}.yml`;
  const run: WorkflowRun = {
    kind: "workflow-run",
    id: world.nextId(),
    repository,
    name: identity.workflow,
    path,
    event: event.name,
    number: repository.workflowRuns.filter((earlier) => earlier.path === path).length + 1,
    attempt: identity.attempt ?? 1,
    headSha: pullRequest?.head.sha ?? trigger.sha,
    headBranch: pullRequest?.head.ref ?? trigger.ref.replace(/^refs\/(heads|tags)\//, ""),
    headRepository: pullRequest?.head.repository ?? repository,
    actor: trigger.actor,
    status: "in_progress",
    conclusion: null,
    pullRequests: pullRequest === null || fromFork ? [] : [pullRequest],
    createdAt: now,
    updatedAt: now,
  };
  repository.workflowRuns.push(run);
  return run;
}

/** Ends a run. */
export function concludeRun(world: World, run: WorkflowRun, conclusion: string): void {
  Object.assign(run, { status: "completed" as const, conclusion, updatedAt: world.now() });
}
