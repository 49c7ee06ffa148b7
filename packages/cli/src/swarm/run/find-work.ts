import { CodedError, Redactor } from "@swarm-actions/core";
import { findRepository, openRepository } from "@swarm-actions/git";
import type { Change } from "@swarm-actions/review";
import { writeConsensusRule } from "@swarm-actions/swarm";
import { type FoundTasks, findTasks, parseTasks } from "@swarm-actions/tasks";
import { findConfig, readConfig } from "../../config/find-config.ts";
import { readStandardInput } from "../../read-text.ts";
import { findChange } from "../../review/find-change.ts";
import { githubOf } from "../github-of.ts";
import type { RunOptions } from "./options.ts";
import type { RunSettings } from "./run-folder.ts";

/** The tasks of a run, and what is done with them. */
export interface FoundWork extends FoundTasks {
  readonly work: RunSettings["work"];
  /** How votes decide where nothing else is asked for. */
  readonly consensus: string;
  /** What a panel reviews; null: the tasks are for a program. */
  readonly change: Change | null;
}

/**
 * @param words the program and its arguments; empty: the agents of the settings review a change
 * @throws CodedError `swarm/no-tasks`, `tasks/…`, `git/…`
 */
export async function findWork(
  options: RunOptions,
  words: readonly string[],
  directory: string,
  signal: AbortSignal,
): Promise<FoundWork> {
  const repository = await findRepository(directory);
  const file = findConfig(directory, repository?.top ?? null, options.config);
  const config = await readConfig(directory, file);
  let change: Promise<Change> | null = null;
  const readChange = (): Promise<Change> => {
    change ??= openChange(options, directory, config.base);
    return change;
  };
  const setup = {
    directory,
    environment: process.env,
    redactor: new Redactor(),
    github: githubOf(process.env),
    ignore: words.length === 0 ? config.review.ignore : [],
    change: readChange,
  };
  const source = options.source ?? (words.length === 0 ? "hunks" : null);
  const found =
    source === null
      ? await fromStandardInput(signal)
      : await findTasks(
          {
            source,
            select: options.select ?? "",
            changed: options.changed === true || words.length === 0,
            reports: options.reports,
          },
          setup,
          signal,
        );
  if (found.tasks.length === 0) throw noTasks(source ?? "standard input");
  const consensus = writeConsensusRule(config.review.consensus);
  if (words.length > 0) {
    return { ...found, work: programOf(options, words), consensus, change: null };
  }
  const agents = [...(options.agents ?? [])];
  return {
    ...found,
    work: { kind: "panel", config: file, agents },
    consensus,
    change: await readChange(),
  };
}

async function openChange(
  options: RunOptions,
  directory: string,
  base: string | null,
): Promise<Change> {
  const { head, staged } = options;
  const asked = {
    ...(options.base !== undefined && { base: options.base }),
    ...(head !== undefined && { head }),
    ...(staged !== undefined && { staged }),
  };
  return findChange(asked, directory, await openRepository(directory), base);
}

async function fromStandardInput(signal: AbortSignal): Promise<FoundTasks> {
  if (process.stdin.isTTY === true) throw noSource();
  const text = await readStandardInput(signal);
  return { tasks: parseTasks(text, "standard input"), seconds: new Map() };
}

function programOf(options: RunOptions, words: readonly string[]): RunSettings["work"] {
  const { per, taskTimeout: taskSeconds, reports } = options;
  return { kind: "program", words: [...words], per, taskSeconds, reports: [...reports] };
}

function noSource(): CodedError {
  return new CodedError("swarm/no-source", "nothing says what the tasks are", {
    fix: "Pass `--source` and `--select`, or write one JSON value a line to standard input.",
    place: "--source",
  });
}

function noTasks(source: string): CodedError {
  return new CodedError("swarm/no-tasks", `${source} has no task`, {
    fix: "Widen what `--select` selects; a run that did nothing would look like one that went well.",
    place: "--source",
  });
}
