import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { CodedError, Redactor } from "@swarm-actions/core";
import { readWorkerCall, runWorkerProcess } from "@swarm-actions/fanout";
import { findRepository } from "@swarm-actions/git";
import type { SwarmPlan, TaskRunner } from "@swarm-actions/swarm";
import { createPanelRunner, createProgramRunner } from "@swarm-actions/tasks";
import { readConfig } from "../../config/find-config.ts";
import { hideSecrets } from "./hide-secrets.ts";
import { type RunSettings, readFolder, readKeptChange } from "./run-folder.ts";

/** What the CLI is when `swarm run` started it as one of its workers. Answers with the exit code. */
export async function runAsWorker(variables: NodeJS.ProcessEnv): Promise<number> {
  const call = readWorkerCall(variables);
  if (call === null) throw noCall();
  const folder = dirname(call.folder);
  const settings = await readFolder(folder);
  const { mesh } = settings;
  return runWorkerProcess(call, (plan) => makeRunner(settings, folder, plan, variables), { mesh });
}

function makeRunner(
  settings: RunSettings,
  folder: string,
  { tasks }: SwarmPlan,
  { SWARM_WORKER: _, ...environment }: NodeJS.ProcessEnv,
): TaskRunner | Promise<TaskRunner> {
  const { work, directory } = settings;
  const redactor = new Redactor();
  hideSecrets(environment, redactor);
  if (work.kind === "panel") return makePanel(work, settings, folder, tasks.length, redactor);
  return createProgramRunner({
    program: { kind: "words", words: work.words },
    per: work.per,
    taskSeconds: work.taskSeconds,
    reports: work.reports,
    directory,
    environment,
    redactor,
    temporary: tmpdir(),
    ...(settings.isVerbose && { onLine: (line) => void process.stdout.write(`${line}\n`) }),
  });
}

async function makePanel(
  { config, agents }: Extract<RunSettings["work"], { kind: "panel" }>,
  { directory }: RunSettings,
  folder: string,
  tasks: number,
  redactor: Redactor,
): Promise<TaskRunner> {
  const repository = await findRepository(directory);
  return createPanelRunner({
    config: await readConfig(directory, config),
    agents,
    setup: { root: repository?.top ?? null, environment: process.env, redactor },
    change: () => readKeptChange(folder),
    tasks,
  });
}

function noCall(): CodedError {
  return new CodedError("swarm/no-worker", "nobody said which worker this is", {
    fix: "Use `swarm run`, which starts its workers itself.",
  });
}
