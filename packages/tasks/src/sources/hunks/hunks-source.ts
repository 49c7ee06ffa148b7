import { posix } from "node:path";
import { digest } from "@swarm-actions/core";
import { type Change, pathMatcher } from "@swarm-actions/review";
import type { Json, Task } from "@swarm-actions/swarm";
import { type CutPart, cutChange } from "../../hunks/cut-change.ts";
import { taskKey } from "../../task-key.ts";
import { checkTasks } from "../../task-list.ts";
import { readGlobs } from "../files/selected-files.ts";
import type { TaskSource } from "../task-source.ts";

/** Lines of hunks in a task, unless one hunk alone has more. */
const usualLines = 400;

/** Which hunks are meant. */
export interface HunksRequest {
  /** Globs of paths, a line each; `!` before one takes out again. Empty: all. */
  readonly select: string;
  readonly change: () => Promise<Change>;
  /** Globs of paths that are not reviewed at all. */
  readonly ignore: readonly string[];
  /** Fingerprints of hunks that an earlier review stands for: no task is about them. Default none. */
  readonly carried?: (change: Change) => Promise<ReadonlySet<string>>;
  /** Lines in a task; default 400. */
  readonly most?: number;
}

/**
 * A change, cut into sets of hunks. Keys are made of what the hunks hold, so that they stay the same when
 * the lines move.
 */
export function createHunksSource(request: HunksRequest): TaskSource {
  return {
    find: async () => {
      const change = await request.change();
      const carried = (await request.carried?.(change)) ?? new Set();
      const globs = readGlobs(request.select);
      const matches = pathMatcher({
        paths: globs.paths.length === 0 ? undefined : globs.paths,
        ignore: [...globs.ignore, ...request.ignore],
      });
      const wanted = change.files.filter(({ diff }) => matches(diff.path));
      const sets = cutChange(wanted, { most: request.most ?? usualLines, carried });
      return { tasks: checkTasks(sets.map(taskOf), "the change"), seconds: new Map() };
    },
  };
}

function taskOf(set: CutPart): Task {
  const [first] = set.files;
  const path = first?.path ?? "";
  const { lines, ...payload } = set;
  return {
    key: keyOf(set, path),
    kind: `hunks${posix.extname(path).toLowerCase().slice(0, 40)}`,
    affinity: taskKey(path).slice(0, 200),
    size: lines,
    payload: payload as unknown as Json,
  };
}

/** Fingerprints hold the path as well; a file without hunks has only that. */
function keyOf({ files }: CutPart, path: string): string {
  const parts = files.flatMap((file) => [file.path, ...file.hunks]);
  return `${taskKey(path).slice(0, 300)}@${digest(parts.join("\n"), 16)}`;
}
