import { resolve } from "node:path";
import { CodedError, Redactor } from "@swarm-actions/core";
import { findRepository, openRepository } from "@swarm-actions/git";
import { type FoundTasks, findTasks, parseTasks } from "@swarm-actions/tasks";
import { findConfig, readConfig } from "../../config/find-config.ts";
import { readStandardInput, readText } from "../../read-text.ts";
import { findChange } from "../../review/find-change.ts";
import { stopOnInterrupt } from "../../review/stop-signal.ts";
import { githubOf } from "../github-of.ts";
import { untilStopped } from "../until-stopped.ts";
import type { PlanCommandOptions } from "./options.ts";

/** @throws CodedError `swarm/two-sources`, `swarm/no-source`, `swarm/stopped`, `tasks/…`, `git/…` */
export async function tasksToPlan(
  file: string | null,
  options: PlanCommandOptions,
  directory: string,
): Promise<FoundTasks> {
  if (options.source !== undefined) {
    if (file !== null) throw twoSources();
    return fromSource(options, directory, options.source);
  }
  if (file !== null && file !== "-") {
    return listed(await readText(resolve(directory, file), "<file>"), file);
  }
  if (process.stdin.isTTY === true) throw noSource();
  return listed(await readStandardInput(), "standard input");
}

function listed(text: string, place: string): FoundTasks {
  return { tasks: parseTasks(text, place), seconds: new Map() };
}

async function fromSource(
  options: PlanCommandOptions,
  directory: string,
  source: NonNullable<PlanCommandOptions["source"]>,
): Promise<FoundTasks> {
  using stop = stopOnInterrupt();
  const top = (await findRepository(directory))?.top ?? null;
  const config = await readConfig(directory, findConfig(directory, top, options.config));
  const setup = {
    directory,
    environment: process.env,
    redactor: new Redactor(),
    github: githubOf(process.env),
    ignore: config.review.ignore,
    change: async () =>
      findChange(changeOf(options), directory, await openRepository(directory), config.base),
  };
  const { select = "", changed = false, reports } = options;
  const found = findTasks({ source, select, changed, reports }, setup, stop.signal);
  return await untilStopped(found, stop.signal);
}

function changeOf({ base, head, staged }: PlanCommandOptions) {
  return {
    ...(base !== undefined && { base }),
    ...(head !== undefined && { head }),
    ...(staged !== undefined && { staged }),
  };
}

function twoSources(): CodedError {
  return new CodedError("swarm/two-sources", "both a file and --source say what the tasks are", {
    fix: "Leave one of them out.",
    place: "--source",
  });
}

function noSource(): CodedError {
  return new CodedError("swarm/no-source", "nothing says what the tasks are", {
    fix: "Name a file, pass `--source`, or write one JSON value a line to standard input.",
    place: "<file>",
  });
}
