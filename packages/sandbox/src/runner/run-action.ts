import { basename, isAbsolute, relative } from "node:path";
import { CodedError } from "@swarm-actions/core";
import { completeWorkflowRun } from "../operations/workflow-runs.ts";
import type { Sandbox } from "../sandbox.ts";
import { createRuntimeToken } from "../services/runtime-token.ts";
import type { WorkflowRun } from "../state/model.ts";
import { type ActionManifest, readActionManifest } from "./action-manifest.ts";
import { githubContext, githubVariables, runnerVariables } from "./github-context.ts";
import { inputVariables } from "./input-variables.ts";
import { createJobToken, type JobPermissions } from "./job-token.ts";
import { type RunIdentity, registerRun } from "./register-run.ts";
import { createFolders, type RunnerFolders, readProducedFiles } from "./runner-folders.ts";
import { spawnStep } from "./spawn-step.ts";
import { readOutputs, readSummary } from "./step-files.ts";
import { type StepAnnotation, StepLog } from "./step-log.ts";
import { type Trigger, type TriggerEvent, triggerOf } from "./trigger.ts";

/** One step with `uses:`, as the only one of its job. */
export interface ActionRunOptions {
  readonly sandbox: Pick<Sandbox, "url" | "world">;
  /** Holds `action.yml` and the built program. */
  readonly actionDirectory: string;
  readonly event: TriggerEvent;
  /** `owner/name`: where the workflow runs. */
  readonly repository: string;
  /** `github.token`; default: a job token with `permissions`. */
  readonly token?: string;
  /** The job's `permissions`; default: only to read contents. Of a fork, reading is all that is left. */
  readonly permissions?: JobPermissions;
  /** The step's `with`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The step's `env`. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly run?: RunIdentity;
  /** `GITHUB_WORKSPACE`; stays. Default: an empty folder, which does not. */
  readonly workspace?: string;
  /** Milliseconds after which its processes are killed; default two minutes. */
  readonly timeoutMs?: number;
  /** Cancels it as a person would. */
  readonly signal?: AbortSignal;
}

export interface ActionRun {
  /** Null: ended by a signal. */
  readonly exitCode: number | null;
  readonly conclusion: "success" | "failure" | "cancelled";
  readonly outputs: ReadonlyMap<string, string>;
  /** Of the job, masked; empty when there is none, or when it was too large. */
  readonly summary: string;
  readonly annotations: readonly StepAnnotation[];
  /** Values that the runner was asked to hide, its own token included. */
  readonly masked: readonly string[];
  /** Standard output and error as GitHub shows them. */
  readonly log: string;
  readonly run: WorkflowRun;
  /** A file it left in `RUNNER_TEMP`, by its path as outputs tell it. @throws CodedError when there is none */
  readonly readFile: (path: string) => Buffer;
}

/**
 * Runs the `main` of a JavaScript action against a sandbox in a process of its own, with the variables,
 * files and masking of GitHub's runner. Writes the run down in the sandbox and leaves no file behind.
 * @throws CodedError when the event names what is not there, or the action does not end in time
 */
export async function runAction(options: ActionRunOptions): Promise<ActionRun> {
  const { world } = options.sandbox;
  const trigger = await triggerOf(world, options.repository, options.event);
  const workflow = options.run?.workflow ?? basename(options.actionDirectory);
  const run = await registerRun(world, trigger, { ...options.run, workflow });
  await using folders = await createFolders({
    event: options.event.payload,
    workspace: options.workspace,
    gitConfig: gitConfigFor(world.url),
  });
  let conclusion: ActionRun["conclusion"] = "failure";
  try {
    const { succeeded, ...step } = await runStep({ options, trigger, run, folders });
    if (options.signal?.aborted === true) conclusion = "cancelled";
    else if (succeeded) conclusion = "success";
    return { ...step, conclusion, run };
  } finally {
    await completeWorkflowRun(world, run, conclusion);
  }
}

interface StepParts {
  readonly options: ActionRunOptions;
  readonly trigger: Trigger;
  readonly run: WorkflowRun;
  readonly folders: RunnerFolders;
}

type EndedStep = Omit<ActionRun, "conclusion" | "run"> & { readonly succeeded: boolean };

async function runStep(parts: StepParts): Promise<EndedStep> {
  const { options, folders } = parts;
  const manifest = await readActionManifest(options.actionDirectory);
  const log = new StepLog();
  const environment = await environmentOf(parts, manifest, log);
  const exitCode = await spawnStep({
    main: manifest.main,
    directory: folders.workspace,
    environment,
    timeoutMs: options.timeoutMs ?? 120_000,
    signal: options.signal,
    onLine: (line) => log.write(line),
  });
  const outputs = await readOutputs(folders, log);
  const summary = await readSummary(folders, log);
  return {
    succeeded: exitCode === 0 && outputs !== null,
    exitCode,
    outputs: outputs ?? new Map(),
    summary,
    annotations: log.annotations,
    masked: log.masker.values,
    log: log.text,
    readFile: readerOf(folders.temp, await readProducedFiles(folders.temp)),
  };
}

async function environmentOf(
  parts: StepParts,
  manifest: ActionManifest,
  log: StepLog,
): Promise<Readonly<Record<string, string>>> {
  const { options, trigger, run, folders } = parts;
  const { world } = options.sandbox;
  const job = options.run?.job ?? "run";
  const token = options.token ?? createJobToken(world, trigger, options.permissions).value;
  const runtimeToken = await createRuntimeToken(world, {
    run,
    job,
    cacheRefs: cacheRefsOf(trigger),
  });
  for (const secret of [token, runtimeToken]) log.masker.add(secret);
  const context = githubContext({ world, trigger, run, job, folders });
  const inContext = new Map([...context, ["token", token]]);
  const inputs = inputVariables(manifest, options.inputs ?? {}, inContext);
  for (const warning of inputs.warnings) log.annotate("warning", warning);
  return {
    PATH: process.env.PATH ?? "",
    ...options.environment,
    ...inputs.variables,
    ...runnerVariables(folders),
    ...githubVariables(context),
    ...serviceVariables(world.url, runtimeToken),
  };
}

/** A pull request has a cache of its own, and reads that of its base. */
function cacheRefsOf({ ref, pullRequest }: Trigger): readonly string[] {
  return pullRequest === null ? [ref] : [ref, `refs/heads/${pullRequest.base.ref}`];
}

/** Where a job finds the Actions services, and how it says who it is. */
function serviceVariables(url: string, runtimeToken: string): Record<string, string> {
  return {
    ACTIONS_RUNTIME_TOKEN: runtimeToken,
    ACTIONS_RUNTIME_URL: `${url}/`,
    ACTIONS_RESULTS_URL: `${url}/`,
    ACTIONS_CACHE_SERVICE_V2: "true",
  };
}

/** Lets git find the sandbox where an action names github.com. */
function gitConfigFor(url: string): string {
  return `[url "${url}/"]\n\tinsteadOf = https://github.com/\n[safe]\n\tdirectory = *\n`;
}

function readerOf(temp: string, files: ReadonlyMap<string, Buffer>): (path: string) => Buffer {
  return (path) => {
    const content = files.get(isAbsolute(path) ? relative(temp, path) : path);
    if (content !== undefined) return content;
    throw new CodedError("sandbox/no-such-file", `the action left no file ${path}`, {
      fix: `It left these: ${[...files.keys()].join(", ") || "none"}.`,
    });
  };
}
