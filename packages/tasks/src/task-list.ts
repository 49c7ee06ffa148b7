import { CodedError } from "@swarm-actions/core";
import type { Task } from "@swarm-actions/swarm";

/** As many as are planned in a second; more belong into fewer, larger tasks. */
const mostTasks = 100_000;

/** @throws CodedError `tasks/too-many` */
export function refuseTooMany(count: number, place: string): void {
  if (count <= mostTasks) return;
  throw new CodedError("tasks/too-many", `${count} tasks are more than ${mostTasks}`, {
    fix: "Select less, or let a task stand for several things.",
    place,
  });
}

/** @throws CodedError `tasks/too-many`, `tasks/duplicate-key` */
export function checkTasks(tasks: readonly Task[], place: string): readonly Task[] {
  refuseTooMany(tasks.length, place);
  const seen = new Set<string>();
  for (const { key } of tasks) {
    if (seen.has(key)) throw duplicate(key, place);
    seen.add(key);
  }
  return tasks;
}

function duplicate(key: string, place: string): CodedError {
  return new CodedError("tasks/duplicate-key", `two tasks have the key ${JSON.stringify(key)}`, {
    fix: "Give each task a key of its own: results and history are kept under it.",
    place,
  });
}
