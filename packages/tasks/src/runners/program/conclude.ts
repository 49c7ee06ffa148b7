import { CodedError, messageOf } from "@swarm-actions/core";
import type { Task, TaskError, TaskResult } from "@swarm-actions/swarm";
import type { KeyedAnswer, TaskAnswer } from "./result-schema.ts";
import type { ProgramRun } from "./run-once.ts";

/** The result of a task that had a run of the program to itself. */
export function concludeTask(
  { key }: Task,
  run: ProgramRun,
  answer: TaskAnswer | CodedError | null,
): TaskResult {
  const { startedAt, seconds, output } = run;
  const invalid = answer instanceof CodedError ? explain(answer) : null;
  const said = answer instanceof CodedError ? null : answer;
  const error = failureOf(run) ?? invalid;
  return {
    key,
    status: error === null ? "done" : "failed",
    output: said?.output ?? output,
    votes: said?.votes ?? [],
    error,
    startedAt,
    seconds,
    usage: said?.usage ?? null,
  };
}

/** What is known of one task of a block, from its line in the result file or from a test report. */
export type Word = Omit<KeyedAnswer, "key">;

/**
 * The result of a task that shared a run with others.
 * @param word null: nothing was said of it, so that it fares as the whole block does
 * @param seconds its share of the run
 */
export function concludeShared(
  { key }: Task,
  run: ProgramRun,
  word: Word | null,
  invalid: CodedError | null,
  seconds: number,
): TaskResult {
  const fate = failureOf(run) ?? (invalid && explain(invalid));
  const error = word === null ? fate : errorOf(word, fate);
  return {
    key,
    status: error === null ? "done" : "failed",
    // The output is the block's: with each of its tasks it would be kept as often as there are tasks.
    output: word?.output ?? null,
    votes: word?.votes ?? [],
    error,
    startedAt: run.startedAt,
    seconds,
    usage: word?.usage ?? null,
  };
}

function errorOf(word: Word, fate: TaskError | null): TaskError | null {
  if (word.status === "done") return null;
  if (word.status === undefined) return fate;
  return {
    code: "task/failed",
    message: word.message ?? "its program says that it failed",
    fix: "Look at what it says, and run it alone.",
  };
}

function failureOf({ ending, output }: ProgramRun): TaskError | null {
  const last = output.split("\n").slice(-8).join("\n").slice(-1500);
  const after = last === "" ? "" : `: ${last}`;
  switch (ending.how) {
    case "exited":
      if (ending.code === 0) return null;
      return {
        code: "task/failed",
        message: `the program exited with ${ending.code}${after}`,
        fix: "Run it by hand for this task; exit code 0 means that it is done.",
      };
    case "killed":
      return {
        code: "task/killed",
        message: `the program was killed by ${ending.signal}${after}`,
        fix: "Give it more memory, or smaller tasks.",
      };
    case "timed-out":
      return {
        code: "task/timed-out",
        message: `the program had not ended within ${ending.limit} s${after}`,
        fix: "Raise the time limit of tasks, or make the tasks smaller.",
      };
  }
}

function explain(thrown: CodedError): TaskError {
  return { code: thrown.code, message: messageOf(thrown), fix: thrown.fix };
}
