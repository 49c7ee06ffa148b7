import { CodedError, messageOf, type Redactor, redactJson } from "@swarm-actions/core";
import type { Json, Task } from "@swarm-actions/swarm";
import { isShallow } from "../../json/is-shallow.ts";
import { checkTasks, refuseTooMany } from "../../task-list.ts";
import { readTask } from "./read-task.ts";

/** UTF-16 units. */
const longestText = 64 * 1024 * 1024;

/**
 * Tasks out of JSON: a list, or a value a line. A value is a task by itself, or an object
 * `{key, payload, kind, affinity, size}` of which the key or the payload must be there.
 * @param place what to call the text in messages
 * @param redactor knows the values that no task may hold: a plan is seen by whoever sees the run
 * @throws CodedError `tasks/invalid-json`, `tasks/invalid-task`, `tasks/too-many`, `tasks/duplicate-key`
 */
export function parseTasks(text: string, place: string, redactor?: Redactor): readonly Task[] {
  if (text.length > longestText) throw invalid("it is larger than 64 MB", place);
  const values = readValues(text.replace(/^\ufeff/, ""), place);
  const seen = new Map<string, number>();
  return checkTasks(
    values.map(({ value, at }) => readTask(redactJson(value, redactor), `${place}, ${at}`, seen)),
    place,
  );
}

interface PlacedValue {
  readonly value: Json;
  /** `line 3`, `element 0`. */
  readonly at: string;
}

function readValues(text: string, place: string): readonly PlacedValue[] {
  const list = text.trimStart().startsWith("[") ? asList(text) : null;
  const values = list ?? linesOf(text, place);
  refuseTooMany(values.length, place);
  const deep = values.find(({ value }) => !isShallow(value));
  if (deep === undefined) return values;
  throw invalid(`${deep.at} is nested more than fifty deep`, place);
}

/** Null where the first line alone may be a value: JSON lines of lists begin like a list. */
function asList(text: string): readonly PlacedValue[] | null {
  try {
    const values: unknown = JSON.parse(text);
    if (!Array.isArray(values)) return null;
    return values.map((value: Json, at) => ({ value, at: `element ${at}` }));
  } catch {
    return null;
  }
}

function linesOf(text: string, place: string): readonly PlacedValue[] {
  return text.split("\n").flatMap((line, index): PlacedValue[] => {
    if (line.trim() === "") return [];
    const at = `line ${index + 1}`;
    try {
      return [{ value: JSON.parse(line) as Json, at }];
    } catch (cause) {
      throw invalid(`${at}: ${messageOf(cause)}`, place);
    }
  });
}

function invalid(why: string, place: string): CodedError {
  return new CodedError("tasks/invalid-json", `no tasks can be read from it: ${why}`, {
    fix: 'Give a JSON list, or one JSON value a line, such as {"key": "a", "payload": 1}.',
    place,
  });
}
