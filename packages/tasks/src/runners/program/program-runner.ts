import { CodedError } from "@swarm-actions/core";
import type { MeshRound, Task, TaskResult, TaskRunner } from "@swarm-actions/swarm";
import { concludeShared, concludeTask, type Word } from "./conclude.ts";
import type { ProgramSetup } from "./program.ts";
import { readAnswer, readAnswers } from "./read-answers.ts";
import { wordsOfReports } from "./report-words.ts";
import { type ProgramRun, runOnce } from "./run-once.ts";
import { shareSeconds } from "./share-seconds.ts";
import { createTaskFolder, type TaskFolder } from "./task-folder.ts";
import { checkProgram, wordsOfProgram } from "./words-of-program.ts";

type Tell = (result: TaskResult) => void;

/**
 * Does tasks by running a program: the task in variables and files, its answer in a file, exit code 0 for
 * done. What it was doing when the signal aborts is told nothing about, and is done again elsewhere.
 */
export function createProgramRunner(setup: ProgramSetup): TaskRunner {
  return {
    check: () => checkProgram(setup),
    run: async (tasks, tell, signal, mesh) => {
      if (setup.per === "block") return runBlock(setup, tasks, tell, signal, mesh);
      for (const task of tasks) {
        if (signal.aborted) return;
        await runTask(setup, task, tell, signal, mesh);
      }
    },
    health: () => [],
    learn: () => {},
  };
}

async function runTask(
  setup: ProgramSetup,
  task: Task,
  tell: Tell,
  signal: AbortSignal,
  mesh: MeshRound | undefined,
): Promise<void> {
  await using folder = await createTaskFolder([task], "task", setup.temporary, mesh);
  const run = await runIn(folder, setup, setup.taskSeconds, signal);
  if (run === null) return;
  const answer = await codedOr(() => readAnswer(folder.resultFile, setup.redactor));
  tell(concludeTask(task, run, answer));
}

async function runBlock(
  setup: ProgramSetup,
  tasks: readonly Task[],
  tell: Tell,
  signal: AbortSignal,
  mesh: MeshRound | undefined,
): Promise<void> {
  if (tasks.length === 0 || signal.aborted) return;
  await using folder = await createTaskFolder(tasks, "block", setup.temporary, mesh);
  const run = await runIn(folder, setup, setup.taskSeconds * tasks.length, signal);
  if (run === null) return;
  const isWhole = run.ending.how === "exited";
  const read = await codedOr(() => readAnswers(folder.resultFile, setup.redactor, isWhole));
  const invalid = read instanceof CodedError ? read : null;
  const answers = read instanceof CodedError ? new Map<string, Word>() : read;
  const told = await wordsOfReports(setup, folder, tasks, run.startedAt);
  const words = tasks.map(({ key }) => answers.get(key) ?? told.get(key) ?? null);
  const known = words.map((word) => word?.seconds ?? null);
  const seconds = shareSeconds(run.seconds, known);
  for (const [at, task] of tasks.entries()) {
    tell(concludeShared(task, run, words[at] ?? null, invalid, seconds[at] ?? 0));
  }
}

/** Null: it was stopped, because the whole swarm is. */
async function runIn(
  folder: TaskFolder,
  setup: ProgramSetup,
  limit: number,
  signal: AbortSignal,
): Promise<ProgramRun | null> {
  const words = await wordsOfProgram(setup, folder.resultFile);
  try {
    return await runOnce(words, folder.variables, setup, limit, signal);
  } catch (thrown) {
    if (signal.aborted) return null;
    throw thrown;
  }
}

async function codedOr<Value>(read: () => Promise<Value>): Promise<Value | CodedError> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof CodedError) return thrown;
    throw thrown;
  }
}
