import type { Redactor } from "@swarm-actions/core";
import type { GitHubClient } from "@swarm-actions/github";
import type { Change } from "@swarm-actions/review";
import { createCommandSource } from "./command/command-source.ts";
import { createFilesSource } from "./files/files-source.ts";
import { createHunksSource } from "./hunks/hunks-source.ts";
import { createJsonSource } from "./json/json-source.ts";
import { createRepositoriesSource } from "./repositories/repositories-source.ts";
import type { FoundTasks, TaskSource } from "./task-source.ts";
import { createTestsSource } from "./tests/tests-source.ts";

/** Which tasks are meant. */
export interface SourceRequest {
  readonly source: SourceName;
  /** Globs, a query, JSON, or a command line, as the source takes it. */
  readonly select: string;
  /** Of files: only those that the change touches. */
  readonly changed: boolean;
  /** Of tests: globs of reports of earlier runs, which tell how long each file takes. */
  readonly reports?: readonly string[];
}

export const sourceNames = ["files", "hunks", "repositories", "json", "command", "tests"] as const;

export type SourceName = (typeof sourceNames)[number];

/** What sources may need; each is asked only for what it uses. */
export interface SourceSetup {
  readonly directory: string;
  /** What a program that lists tasks gets; leave out what it must not have. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly redactor: Redactor;
  /** Milliseconds that a program may take to list the tasks; default ten minutes. */
  readonly timeLimitMs?: number;
  readonly change: () => Promise<Change>;
  /** Left out: there is no token to ask with. */
  readonly github?: (() => Promise<GitHubClient>) | null;
  /** Globs of paths that are not reviewed at all: hunks of them are no tasks; default none. */
  readonly ignore?: readonly string[];
}

/** @throws CodedError `tasks/…`, `git/…`, naming what was asked for and what to do */
export function findTasks(
  request: SourceRequest,
  setup: SourceSetup,
  signal: AbortSignal,
): Promise<FoundTasks> {
  return sourceOf(request, setup).find(signal);
}

function sourceOf(
  { source, select, changed, reports = [] }: SourceRequest,
  setup: SourceSetup,
): TaskSource {
  const { directory, change } = setup;
  switch (source) {
    case "files":
      return createFilesSource({ select, directory, changed: changed ? change : null });
    case "hunks":
      return createHunksSource({ select, change, ignore: setup.ignore ?? [] });
    case "repositories":
      return createRepositoriesSource(select, setup.github ?? null);
    case "json":
      return createJsonSource(select, directory, setup.redactor);
    case "command":
      return createCommandSource(select, setup);
    case "tests":
      return createTestsSource({ select, directory, reports });
  }
}
