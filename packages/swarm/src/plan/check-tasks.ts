import { CodedError, cutText } from "@swarm-actions/core";
import type { Task } from "../task.ts";

/** What a plan may hold, so that every worker can read it. */
export const planLimits = {
  tasks: 200_000,
  /** UTF-16 units of a key, kind or affinity. */
  name: 4_096,
  /** UTF-16 units of one payload as JSON. */
  payload: 256 * 1024,
  /** UTF-16 units of all tasks together as JSON, of a plan half as much more. */
  plan: 96 * 1024 * 1024,
  /** Agents that a task may ask. */
  asks: 1_000,
  /** Up to ten years; anything more was not measured. */
  seconds: 3.2e8,
  /** Jobs of a matrix; what needs more is hierarchical. */
  matrix: 256,
} as const;

/**
 * Sources are programs and models: what they give is checked before anything is planned with it.
 * @throws CodedError `plan/duplicate-key`, `plan/bad-key`, `plan/bad-size`, `plan/too-large`
 */
export function checkTasks(tasks: readonly Task[]): void {
  if (tasks.length > planLimits.tasks) {
    throw tooLarge(`${tasks.length} tasks; ${planLimits.tasks} is the most`, "Make tasks larger.");
  }
  const seen = new Set<string>();
  const twice = new Set<string>();
  let length = 0;
  for (const task of tasks) {
    if (seen.has(task.key)) twice.add(task.key);
    seen.add(task.key);
    length += checkTask(task);
  }
  if (twice.size > 0) throw duplicate([...twice]);
  if (length > planLimits.plan / 2) {
    throw tooLarge(
      `${length} characters of tasks`,
      "Put what tasks need in files; name the files.",
    );
  }
}

/** @returns how long the task is, in UTF-16 units */
function checkTask({ key, kind, affinity, size, payload }: Task): number {
  for (const [what, name] of [
    ["key", key],
    ["kind", kind],
    ["affinity", affinity ?? "-"],
  ] as const) {
    if (name === "" || name.length > planLimits.name || !name.isWellFormed()) {
      throw badKey(what, name);
    }
  }
  if (!Number.isFinite(size) || size < 0) throw badSize(key, size);
  const length = JSON.stringify(payload).length;
  if (length > planLimits.payload) {
    throw tooLarge(
      `the payload of "${cutText(key, 100)}" has ${length} characters; ${planLimits.payload} is the most`,
      "Put what the task needs in a file, and name the file.",
    );
  }
  return length + key.length + kind.length;
}

function duplicate(keys: readonly string[]): CodedError {
  const named = keys.slice(0, 5).map((key) => `"${cutText(key, 100)}"`);
  const more = keys.length > 5 ? ` and ${keys.length - 5} more` : "";
  return new CodedError("plan/duplicate-key", `tasks with one key: ${named.join(", ")}${more}`, {
    fix: "Give each task a key of its own, the same in every run.",
    place: "key",
  });
}

function badKey(what: string, name: string): CodedError {
  const why =
    name === ""
      ? "is empty"
      : name.isWellFormed()
        ? `has ${name.length} characters; ${planLimits.name} is the most`
        : "is no text";
  return new CodedError("plan/bad-key", `the ${what} "${cutText(name, 100)}" of a task ${why}`, {
    fix: `Give each task a ${what} of 1 to ${planLimits.name} characters.`,
    place: what,
  });
}

function badSize(key: string, size: number): CodedError {
  return new CodedError("plan/bad-size", `the size of "${cutText(key, 100)}" is ${size}`, {
    fix: "Give a size of 0 or more.",
    place: "size",
  });
}

function tooLarge(message: string, fix: string): CodedError {
  return new CodedError("plan/too-large", message, { fix, place: "tasks" });
}
