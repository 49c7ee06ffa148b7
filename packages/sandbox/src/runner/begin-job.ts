import { completeWorkflowRun } from "../operations/workflow-runs.ts";
import type { Sandbox } from "../sandbox.ts";
import { createRuntimeToken } from "../services/runtime-token.ts";
import type { WorkflowRun } from "../state/model.ts";
import { createJobToken, type JobPermissions } from "./job-token.ts";
import { type RunIdentity, registerRun } from "./register-run.ts";
import { type Trigger, type TriggerEvent, triggerOf } from "./trigger.ts";

export interface JobOptions {
  readonly sandbox: Pick<Sandbox, "world">;
  readonly event: TriggerEvent;
  /** `owner/name`: where the workflow runs. */
  readonly repository: string;
  /** `github.token`; default: a job token with `permissions`. */
  readonly token?: string;
  /** The job's `permissions`; default: only to read contents. Of a fork, reading is all that is left. */
  readonly permissions?: JobPermissions;
  readonly run?: RunIdentity;
}

export type JobConclusion = "success" | "failure" | "cancelled";

/** A job that is under way in the sandbox. */
export interface RunningJob {
  readonly trigger: Trigger;
  readonly run: WorkflowRun;
  /** Its id in the workflow. */
  readonly name: string;
  /** `github.token`. */
  readonly token: string;
  /** What its programs reach the Actions services with: `ACTIONS_RUNTIME_TOKEN` and the like. */
  readonly variables: Readonly<Record<"ACTIONS_RUNTIME_TOKEN" | "ACTIONS_RESULTS_URL", string>> &
    Readonly<Record<string, string>>;
  /** Ends the run, which tells the workflows that wait for it. */
  readonly conclude: (conclusion: JobConclusion) => Promise<void>;
}

/**
 * Writes a run with one job down in the sandbox, and gives it its tokens.
 * @throws CodedError when the event names what is not there
 */
export async function beginJob(
  options: JobOptions & { readonly workflow: string },
): Promise<RunningJob> {
  const { world } = options.sandbox;
  const trigger = await triggerOf(world, options.repository, options.event);
  const workflow = options.run?.workflow ?? options.workflow;
  const run = await registerRun(world, trigger, { ...options.run, workflow });
  const name = options.run?.job ?? "run";
  const token = options.token ?? createJobToken(world, trigger, options.permissions).value;
  const cacheRefs = cacheRefsOf(trigger);
  const runtimeToken = await createRuntimeToken(world, { run, job: name, cacheRefs });
  return {
    trigger,
    run,
    name,
    token,
    variables: {
      ACTIONS_RUNTIME_TOKEN: runtimeToken,
      ACTIONS_RUNTIME_URL: `${world.url}/`,
      ACTIONS_RESULTS_URL: `${world.url}/`,
      ACTIONS_CACHE_SERVICE_V2: "true",
    },
    conclude: (conclusion) => completeWorkflowRun(world, run, conclusion),
  };
}

/** A pull request has a cache of its own, and reads that of its base. */
function cacheRefsOf({ ref, pullRequest }: Trigger): readonly string[] {
  const base = pullRequest === null ? [] : [`refs/heads/${pullRequest.base.ref}`];
  return [...new Set([ref, ...base])];
}
