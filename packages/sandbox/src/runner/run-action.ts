import { basename, isAbsolute, relative } from "node:path";
import { CodedError } from "@swarm-actions/core";
import type { WorkflowRun } from "../state/model.ts";
import { type ActionManifest, readActionManifest } from "./action-manifest.ts";
import { beginJob, type JobConclusion, type JobOptions, type RunningJob } from "./begin-job.ts";
import { githubContext, githubVariables, runnerVariables } from "./github-context.ts";
import { inputVariables } from "./input-variables.ts";
import { createFolders, type RunnerFolders, readProducedFiles } from "./runner-folders.ts";
import { spawnStep } from "./spawn-step.ts";
import { readOutputs, readSummary } from "./step-files.ts";
import { type StepAnnotation, StepLog } from "./step-log.ts";

/** One step with `uses:`, as the only one of its job. */
export interface ActionRunOptions extends JobOptions {
  /** Holds `action.yml` and the built program. */
  readonly actionDirectory: string;
  /** The step's `with`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The step's `env`. */
  readonly environment?: Readonly<Record<string, string>>;
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
  readonly conclusion: JobConclusion;
  /** From the start of its process to its end. */
  readonly durationMs: number;
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
  const job = await beginJob({ ...options, workflow: basename(options.actionDirectory) });
  let conclusion: JobConclusion = "failure";
  try {
    await using folders = await createFolders({
      event: options.event.payload,
      workspace: options.workspace,
      gitConfig: gitConfigFor(options.sandbox.world.url),
    });
    const { succeeded, ...step } = await runStep({ options, job, folders });
    if (options.signal?.aborted === true) conclusion = "cancelled";
    else if (succeeded) conclusion = "success";
    return { ...step, conclusion, run: job.run };
  } finally {
    await job.conclude(conclusion);
  }
}

interface StepParts {
  readonly options: ActionRunOptions;
  readonly job: RunningJob;
  readonly folders: RunnerFolders;
}

type EndedStep = Omit<ActionRun, "conclusion" | "run"> & { readonly succeeded: boolean };

async function runStep(parts: StepParts): Promise<EndedStep> {
  const { options, folders } = parts;
  const manifest = await readActionManifest(options.actionDirectory);
  const log = new StepLog();
  const environment = environmentOf(parts, manifest, log);
  const began = performance.now();
  const exitCode = await spawnStep({
    main: manifest.main,
    directory: folders.workspace,
    environment,
    timeoutMs: options.timeoutMs ?? 120_000,
    signal: options.signal,
    onLine: (line) => log.write(line),
  });
  const durationMs = performance.now() - began;
  const outputs = await readOutputs(folders, log);
  const summary = await readSummary(folders, log);
  return {
    succeeded: exitCode === 0 && outputs !== null,
    exitCode,
    durationMs,
    outputs: outputs ?? new Map(),
    summary,
    annotations: log.annotations,
    masked: log.masker.values,
    log: log.text,
    readFile: readerOf(folders.temp, await readProducedFiles(folders.temp)),
  };
}

function environmentOf(
  { options, job, folders }: StepParts,
  manifest: ActionManifest,
  log: StepLog,
): Readonly<Record<string, string>> {
  const { world } = options.sandbox;
  for (const secret of [job.token, job.variables.ACTIONS_RUNTIME_TOKEN]) log.masker.add(secret);
  const context = githubContext({ world, job, folders });
  const inContext = new Map([...context, ["token", job.token]]);
  const inputs = inputVariables(manifest, options.inputs ?? {}, inContext);
  for (const warning of inputs.warnings) log.annotate("warning", warning);
  return {
    PATH: process.env.PATH ?? "",
    ...options.environment,
    ...inputs.variables,
    ...runnerVariables(folders),
    ...githubVariables(context),
    ...job.variables,
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
