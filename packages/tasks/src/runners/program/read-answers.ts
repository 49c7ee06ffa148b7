import { CodedError, messageOf, type Redactor, redactJson } from "@swarm-actions/core";
import type { z } from "zod";
import { isShallow } from "../../json/is-shallow.ts";
import { readIfThere } from "../../read-bounded.ts";
import { type KeyedAnswer, keyedAnswer, type TaskAnswer, taskAnswer } from "./result-schema.ts";

/** Bytes of one task's answer. */
const largestAnswer = 1024 * 1024;

/** Bytes of all answers of a block. */
const largestAnswers = 16 * 1024 * 1024;

/**
 * What the program wrote for its task; null where it wrote nothing. It is hostile: a program may itself
 * have read what somebody else wrote.
 * @throws CodedError `tasks/invalid-result`
 */
export async function readAnswer(file: string, redactor: Redactor): Promise<TaskAnswer | null> {
  const text = await readWritten(file, largestAnswer);
  return text === null ? null : parse(text, "the result file", taskAnswer, redactor);
}

/**
 * What the program wrote of each task of a block, by key.
 * @param isWhole whether it came to its own end: one that was killed may have left half a line
 * @throws CodedError `tasks/invalid-result`
 */
export async function readAnswers(
  file: string,
  redactor: Redactor,
  isWhole: boolean,
): Promise<ReadonlyMap<string, KeyedAnswer>> {
  const written = (await readWritten(file, largestAnswers)) ?? "";
  const text = isWhole ? written : written.slice(0, written.lastIndexOf("\n") + 1);
  const answers = new Map<string, KeyedAnswer>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const place = `the result file, line ${index + 1}`;
    if (Buffer.byteLength(line) > largestAnswer) throw invalid(place, "it is larger than 1 MB");
    const answer = parse(line, place, keyedAnswer, redactor);
    answers.set(answer.key, answer);
  }
  return answers;
}

async function readWritten(file: string, limit: number): Promise<string | null> {
  try {
    const text = await readIfThere(file, limit);
    return text?.trim() === "" ? null : text;
  } catch (thrown) {
    throw invalid("the result file", messageOf(thrown));
  }
}

function parse<Schema extends z.ZodType>(
  text: string,
  place: string,
  schema: Schema,
  redactor: Redactor,
): z.infer<Schema> {
  const value = parseJson(text, place);
  if (!isShallow(value)) throw invalid(place, "it is nested more than fifty deep");
  const read = schema.safeParse(redactJson(value, redactor));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = issue?.path.map(String).join(".") ?? "";
  throw invalid(place, `${at === "" ? "it" : `\`${at}\``}: ${issue?.message ?? "not as expected"}`);
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold anything.
    throw invalid(place, "it is not JSON");
  }
}

function invalid(place: string, why: string): CodedError {
  return new CodedError("tasks/invalid-result", `${place} cannot be used: ${why}`, {
    fix: "Write {output, votes, usage} as JSON to $SWARM_RESULT_FILE; per block a line a task, with its key.",
    place: "SWARM_RESULT_FILE",
  });
}
