import { posix } from "node:path";
import type { Task } from "@swarm-actions/swarm";
import { taskKey } from "../../task-key.ts";

/** A file as a task: kept under its path, together with those of its folder. Size in bytes. */
export function pathTask(path: string, size: number, family: string): Task {
  return {
    key: taskKey(path),
    kind: `${family}${posix.extname(path).toLowerCase().slice(0, 40)}`,
    affinity: taskKey(posix.dirname(path)).slice(0, 200),
    size,
    payload: { path },
  };
}
