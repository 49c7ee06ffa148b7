import { listTrackedFiles, openRepository } from "@swarm-actions/git";
import type { Change } from "@swarm-actions/review";
import { checkTasks, refuseTooMany } from "../../task-list.ts";
import type { TaskSource } from "../task-source.ts";
import { pathTask } from "./path-task.ts";
import { measureFiles, selectPaths } from "./selected-files.ts";

/** Which files are meant, and where they are. */
export interface FilesRequest {
  /** Globs from the repository's top, a line each; `!` before one takes out again. Empty: all. */
  readonly select: string;
  readonly directory: string;
  /** The change whose files alone are meant, deleted ones left out; null: every tracked file. */
  readonly changed: (() => Promise<Change>) | null;
}

/** A task a file: `{path}`. */
export function createFilesSource(request: FilesRequest): TaskSource {
  return {
    find: async () => {
      const { top } = await openRepository(request.directory);
      const paths =
        request.changed === null
          ? await listTrackedFiles({ top })
          : changedPaths(await request.changed());
      const selected = selectPaths(paths, request.select);
      refuseTooMany(selected.length, "select");
      const files = await measureFiles(selected, top);
      const tasks = files.map(({ path, size }) => pathTask(path, size, "file"));
      return { tasks: checkTasks(tasks, "select"), seconds: new Map() };
    },
  };
}

function changedPaths({ files }: Change): readonly string[] {
  return files.flatMap(({ diff }) => {
    const isFile = diff.content === "text" || diff.content === "binary";
    return isFile && diff.newPath !== null ? [diff.newPath] : [];
  });
}
