import type { Redactor } from "@swarm-actions/core";
import type { GitHubClient } from "@swarm-actions/github";
import type { Change } from "@swarm-actions/review";
import type { FoundTasks, TaskSource } from "./task-source.ts";

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
  /** Fingerprints of hunks that an earlier review stands for: they are no tasks either; default none. */
  readonly carried?: (change: Change) => Promise<ReadonlySet<string>>;
}

/** @throws CodedError `tasks/…`, `git/…`, naming what was asked for and what to do */
export async function findTasks(
  request: SourceRequest,
  setup: SourceSetup,
  signal: AbortSignal,
): Promise<FoundTasks> {
  const source = await sourceOf(request, setup);
  return source.find(signal);
}

/** Loads the one that is asked: most of them are the doors to what is large. */
async function sourceOf(
  { source, select, changed, reports = [] }: SourceRequest,
  setup: SourceSetup,
): Promise<TaskSource> {
  const { directory, change, redactor } = setup;
  switch (source) {
    case "files": {
      const { createFilesSource } = await import("./files/files-source.ts");
      return createFilesSource({ select, directory, changed: changed ? change : null });
    }
    case "hunks": {
      const { createHunksSource } = await import("./hunks/hunks-source.ts");
      const { ignore = [], carried } = setup;
      return createHunksSource({ select, change, ignore, ...(carried && { carried }) });
    }
    case "repositories": {
      const { createRepositoriesSource } = await import("./repositories/repositories-source.ts");
      return createRepositoriesSource(select, setup.github ?? null);
    }
    case "json": {
      const { createJsonSource } = await import("./json/json-source.ts");
      return createJsonSource(select, directory, redactor);
    }
    case "command": {
      const { createCommandSource } = await import("./command/command-source.ts");
      return createCommandSource(select, setup);
    }
    case "tests": {
      const { createTestsSource } = await import("./tests/tests-source.ts");
      return createTestsSource({ select, directory, reports });
    }
  }
}
