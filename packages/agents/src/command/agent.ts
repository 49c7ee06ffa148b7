import { tmpdir } from "node:os";
import { CodedError } from "@swarm-actions/core";
import type { Agent, AgentAnswer, ReviewTask, TaskFile } from "@swarm-actions/review";
import { parseRdjson } from "../rdjson/parse.ts";
import { type Reading, type Report, readingOf } from "../reported/reading.ts";
import { TaskLines } from "../reported/task-lines.ts";
import { parseSarif } from "../sarif/parse.ts";
import { type Scope, scopeOf } from "../scope.ts";
import type { AgentSetup } from "../setup.ts";
import { scrubbedEnvironment } from "./environment.ts";
import { parseFindings } from "./findings.ts";
import type { CommandOptions } from "./options.ts";
import { outputOf } from "./output.ts";
import { requireProgram } from "./require-program.ts";
import { runProgram } from "./run-program.ts";
import { commandTask } from "./task-json.ts";

const megabyte = 1024 * 1024;

/** An agent that asks a program: the task on its standard input, its answer on its output. */
export function createCommandAgent(
  name: string,
  options: CommandOptions,
  setup: AgentSetup,
): Agent {
  const scope = scopeOf(name, options, { categories: ["correctness", "style"] });
  return {
    ...scope,
    check: async () => {
      const environment = scrubbedEnvironment(setup, options.environment);
      await requireProgram({ words: options.run, cwd: workingFolder(options, setup), environment });
    },
    review: (task, signal) => review(scope, options, setup, task, signal),
  };
}

async function review(
  scope: Scope,
  options: CommandOptions,
  setup: AgentSetup,
  task: ReviewTask,
  signal: AbortSignal,
): Promise<AgentAnswer> {
  const lines = new TaskLines(task, scope.covers);
  const reading = readingOf(scope.name, options, setup.root, lines);
  const place = options["output-file"] ?? `the output of \`${options.run[0] ?? ""}\``;
  const text = await ask(lines.files, options, setup, task, signal);
  const { remarks, skipped } = read(options.format, text, { ...reading, place });
  return { remarks, skipped, corrections: reading.tally.corrections(), usage: null };
}

function ask(
  files: readonly TaskFile[],
  options: CommandOptions,
  setup: AgentSetup,
  task: ReviewTask,
  signal: AbortSignal,
): Promise<string> {
  const paths = files.flatMap(({ diff }) => (diff.newPath === null ? [] : [guarded(diff.newPath)]));
  const call = {
    words: [...options.run, ...(options["pass-paths"] ? ["--", ...paths] : [])],
    cwd: workingFolder(options, setup),
    environment: scrubbedEnvironment(setup, options.environment),
    input: inputOf(options.stdin, paths, () => commandTask(task, files)),
    outputLimit: options["output-limit"] * megabyte,
  };
  return outputOf(() => runProgram(call, signal), options, call, setup, signal);
}

/** A file called `--fix` is no option, not even for a program that does not know `--`. */
function guarded(path: string): string {
  return path.startsWith("-") ? `./${path}` : path;
}

function inputOf(
  kind: CommandOptions["stdin"],
  paths: readonly string[],
  task: () => unknown,
): string {
  if (kind === "none") return "";
  return kind === "task"
    ? `${JSON.stringify(task())}\n`
    : paths.map((path) => `${path}\n`).join("");
}

/** Only a program that is given all it needs on its input can do without a checkout. */
function workingFolder(options: CommandOptions, { root }: AgentSetup): string {
  if (root !== null) return root;
  const selfContained = options.stdin === "task" && !options["pass-paths"];
  if (selfContained && options["output-file"] === undefined) return tmpdir();
  throw new CodedError("agents/no-checkout", `\`${options.run[0] ?? ""}\` needs a checkout`, {
    fix: "Review from a checkout, or leave this agent out when only a diff is at hand.",
  });
}

function read(format: CommandOptions["format"], text: string, reading: Reading): Report {
  switch (format) {
    case "findings":
      return parseFindings(text, reading);
    case "sarif":
      return parseSarif(text, reading);
    case "rdjson":
      return parseRdjson(text, reading, "object");
    case "rdjsonl":
      return parseRdjson(text, reading, "lines");
  }
}
