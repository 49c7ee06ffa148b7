import { type ProgramEnd, runProgram, wordsOf } from "@swarm-actions/agents";
import { CodedError, type Redactor } from "@swarm-actions/core";
import { setVariables } from "../../environment.ts";
import { parseTasks } from "../json/parse-tasks.ts";
import type { TaskSource } from "../task-source.ts";

const outputLimit = 64 * 1024 * 1024;
const timeLimitMs = 10 * 60_000;

/** Where the program runs, and what it may see. */
export interface CommandSetup {
  readonly directory: string;
  /** All that it gets; whoever calls leaves out what it must not have. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly redactor: Redactor;
  /** Default ten minutes. */
  readonly timeLimitMs?: number;
}

/**
 * Tasks that a program prints, one JSON value a line, or as a list. `select` is the program and its
 * arguments; no shell is involved.
 */
export function createCommandSource(select: string, setup: CommandSetup): TaskSource {
  return {
    find: async (signal) => {
      const words = wordsOf(select) ?? [];
      const [program] = words;
      if (program === undefined) throw noProgram(select);
      const end = await run(words, setup, signal);
      if (end.code !== 0) throw failed(program, end, setup.redactor);
      const text = end.stdout.toString("utf8");
      const place = `the output of \`${program}\``;
      return { tasks: parseTasks(text, place, setup.redactor), seconds: new Map() };
    },
  };
}

async function run(
  words: readonly string[],
  setup: CommandSetup,
  signal: AbortSignal,
): Promise<ProgramEnd> {
  const limit = setup.timeLimitMs ?? timeLimitMs;
  const inTime = AbortSignal.timeout(limit);
  const environment = setVariables(setup.environment);
  const call = { words, cwd: setup.directory, environment, input: "", outputLimit };
  try {
    return await runProgram(call, AbortSignal.any([signal, inTime]));
  } catch (thrown) {
    if (inTime.aborted && !signal.aborted) throw tooSlow(words[0] ?? "", limit);
    throw thrown;
  }
}

function noProgram(select: string): CodedError {
  const isOpen = select.trim() !== "";
  return new CodedError(
    "tasks/no-command",
    isOpen ? "the command leaves a quote open" : "there is no command to run",
    { fix: "Give a program and its arguments that prints one JSON value a line.", place: "select" },
  );
}

function failed(program: string, { code, killedBy, stderr }: ProgramEnd, redactor: Redactor) {
  const how = killedBy === null ? `exited with ${code}` : `was killed by ${killedBy}`;
  const last = redactor.redact(stderr).trim().split("\n").slice(-5).join("\n").slice(-1000);
  const message = `\`${program}\`, which lists the tasks, ${how}${last === "" ? "" : `: ${last}`}`;
  return new CodedError("tasks/command-failed", message, {
    fix: "Run it by hand in the checkout; a list that may be cut short is not worked on.",
    place: program,
  });
}

function tooSlow(program: string, limit: number): CodedError {
  const message = `\`${program}\` had not listed the tasks within ${limit / 1000} s`;
  return new CodedError("tasks/command-timed-out", message, {
    fix: "Let it list the tasks only, and leave the work to the workers.",
    place: program,
  });
}
