import { resolve } from "node:path";
import { CodedError, cutText, messageOf } from "@swarm-actions/core";
import { readText } from "../../read-text.ts";

/** Longer files are no map of durations. */
const maxLength = 64 * 1024 * 1024;
const maxTasks = 200_000;
/** A year. */
const longest = 31_622_400;

/**
 * Reads a JSON object from task key to seconds.
 * @throws CodedError `cli/unreadable`, `cli/bad-durations` naming the file and the key
 */
export async function readDurations(
  file: string,
  option: string,
  directory: string,
): Promise<ReadonlyMap<string, number>> {
  const text = await readText(resolve(directory, file), option);
  if (text.length > maxLength) throw bad(file, `it is ${text.length} characters long`);
  const value = parse(text, file);
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw bad(file, `it holds ${describe(value)}, not an object from key to seconds`);
  }
  const entries = Object.entries(value);
  if (entries.length > maxTasks)
    throw bad(file, `it holds ${entries.length} tasks; ${maxTasks} is the most`);
  return new Map(entries.map(([key, seconds]) => [key, check(key, seconds, file)]));
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw bad(file, `it is no JSON: ${cutText(messageOf(error), 200)}`);
  }
}

function check(key: string, seconds: unknown, file: string): number {
  if (typeof seconds === "number" && seconds >= 0 && seconds <= longest) return seconds;
  const shown = typeof seconds === "number" ? `${seconds}` : describe(seconds);
  throw bad(file, `"${cutText(key, 200)}" is ${shown}, not seconds from 0 to ${longest}`);
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return cutText(`${typeof value} ${JSON.stringify(value)}`, 60);
}

function bad(file: string, why: string): CodedError {
  return new CodedError("cli/bad-durations", `${file}: ${why}`, {
    fix: 'Write it as {"task": 1.5, …}: seconds by task key.',
    place: file,
  });
}
