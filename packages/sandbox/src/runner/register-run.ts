import { createWorkflowRun } from "../operations/workflow-runs.ts";
import type { WorkflowRun } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Trigger } from "./trigger.ts";

/** What is told of a run besides its event. */
export interface RunIdentity {
  /** Default: the name of the action's folder. */
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
export async function registerRun(
  world: World,
  trigger: Trigger,
  identity: RunIdentity & { readonly workflow: string },
): Promise<WorkflowRun> {
  const run = identity.of ?? (await createRun(world, trigger, identity));
  run.attempt = identity.attempt ?? run.attempt;
  run.status = "in_progress";
  run.conclusion = null;
  return run;
}

function createRun(
  world: World,
  trigger: Trigger,
  { workflow, path = `.github/workflows/${workflow}.yml` }: RunIdentity & { workflow: string },
): Promise<WorkflowRun> {
  const { repository, pullRequest } = trigger;
  return createWorkflowRun(world, repository, {
    name: workflow,
    path,
    event: trigger.event.name,
    headSha: trigger.headSha,
    headBranch: pullRequest?.head.ref ?? trigger.ref.replace(/^refs\/(heads|tags)\//, ""),
    headRepository: pullRequest?.head.repository ?? repository,
    actor: trigger.actor,
    pullRequests: pullRequest === null ? [] : [pullRequest],
  });
}
