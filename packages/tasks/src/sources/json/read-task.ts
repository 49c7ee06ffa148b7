import { CodedError, canonicalJson, digest } from "@swarm-actions/core";
import type { Json, Task } from "@swarm-actions/swarm";
import { z } from "zod";
import { isTaskKey, longestKey, taskKey } from "../../task-key.ts";

const names = ["key", "payload", "kind", "affinity", "size"];

const label = z.string().min(1).max(200);
const described = z.strictObject({
  key: z.string().refine(isTaskKey, `is one printable line of at most ${longestKey} characters`),
  kind: label.optional(),
  affinity: label.nullish(),
  size: z.number().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});

type JsonObject = { readonly [name: string]: Json };

/**
 * One value as a task.
 * @param seen how often each key of a bare value came before; kept up to date here
 * @throws CodedError `tasks/invalid-task`
 */
export function readTask(value: Json, place: string, seen: Map<string, number>): Task {
  if (isDescribed(value)) return describedTask(value, place);
  const key = nextKey(keyOf(value), seen);
  return { key, kind: "json", affinity: null, size: 1, payload: value };
}

/** An object that says something else as well is a value like any other. */
function isDescribed(value: Json): value is JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const own = Object.keys(value);
  return own.every((name) => names.includes(name)) && own.some(isNaming);
}

function isNaming(name: string): boolean {
  return name === "key" || name === "payload";
}

function describedTask({ payload, ...rest }: JsonObject, place: string): Task {
  const key = rest.key ?? (payload === undefined ? null : keyOf(payload));
  const read = described.safeParse({ ...rest, key });
  if (!read.success) throw invalid(read.error, place);
  const { kind = "json", affinity = null, size = 1 } = read.data;
  return { key: read.data.key, kind, affinity, size, payload: payload ?? read.data.key };
}

/** A text or a number is its own key; what else there is goes by its digest, whatever its members' order. */
function keyOf(value: Json): string {
  if (typeof value === "number") return String(value);
  const isName = typeof value === "string" && value.trim() !== "";
  return isName ? taskKey(value) : `json-${digest(canonicalJson(value), 16)}`;
}

function nextKey(key: string, seen: Map<string, number>): string {
  const nth = (seen.get(key) ?? 0) + 1;
  seen.set(key, nth);
  return nth === 1 ? key : taskKey(`${key}#${nth}`);
}

function invalid({ issues }: z.ZodError, place: string): CodedError {
  const [issue] = issues;
  const name = issue?.path.map(String).join(".") ?? "";
  const message = `\`${name}\` of a task: ${issue?.message ?? "is not as it should be"}`;
  return new CodedError("tasks/invalid-task", message, {
    fix: "A task is {key, payload, kind, affinity, size}: a printable key, short names, a size of 0 or more.",
    place,
  });
}
