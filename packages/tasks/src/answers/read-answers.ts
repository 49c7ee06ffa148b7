import { CodedError } from "@swarm-actions/core";
import type { Json, Task, TaskResult } from "@swarm-actions/swarm";
import { z } from "zod";
import { isShallow } from "../json/is-shallow.ts";
import type { SwarmAnswers } from "../merge/merge-members.ts";
import { isTaskKey } from "../task-key.ts";
import { taskFile } from "./task-file.ts";

/** The files in which `collect` keeps a review, and the most bytes that are read of each. */
export const answerFiles = {
  "tasks.json": 32 * 1024 * 1024,
  "results.jsonl": 64 * 1024 * 1024,
} as const;

/** Their contents. */
export type AnswerTexts = Readonly<Record<keyof typeof answerFiles, string>>;

/** Of a line of `results.jsonl`, what a review takes; answers are checked where they are merged. */
const resultLine = z.object({
  key: z.string().refine(isTaskKey),
  status: z.enum(["done", "failed"]),
  output: z.custom<Json>((value) => value !== undefined && isShallow(value)),
});

/**
 * Reads what a swarm of another job kept of a review. The texts may be hostile: what ran in those jobs may
 * have been the change's own programs. They are taken for no more than answers; of which parts of the change
 * each is, and where its remarks stand, is worked out again by whoever puts them together.
 * @param headSha the commit that is reviewed
 * @throws CodedError `tasks/malformed-answers`, `tasks/answers-of-another-commit`
 */
export function readAnswers(texts: AnswerTexts, headSha: string): SwarmAnswers {
  const read = taskFile.safeParse(parse(texts["tasks.json"], "tasks.json"));
  if (!read.success) throw malformed("tasks.json", placeOf(read.error));
  const { change, tasks } = read.data;
  if (change.head !== headSha) throw otherCommit(change.head, headSha);
  const known = new Map(tasks.map((task) => [task.key, task]));
  return {
    tasks: [...known.values()].map(({ key, payload, asks }): Task => {
      return { key, kind: "", affinity: null, size: 0, payload, ...(asks && { asks }) };
    }),
    results: readResults(texts["results.jsonl"], known),
  };
}

/** The first result of each task. */
function readResults(text: string, known: ReadonlyMap<string, unknown>): readonly TaskResult[] {
  const results = new Map<string, TaskResult>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const read = resultLine.safeParse(parse(line, "results.jsonl"));
    if (!read.success) throw malformed("results.jsonl", placeOf(read.error));
    const { key, status, output } = read.data;
    if (results.has(key) || !known.has(key)) continue;
    const unread = { votes: [], error: null, startedAt: 0, seconds: 0, usage: null };
    results.set(key, { key, status, output, ...unread });
  }
  return [...results.values()];
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(file, "it is not JSON");
  }
}

/** Where, and what was expected; never what stands there. */
function placeOf({ issues }: z.ZodError): string {
  const [issue] = issues;
  const at = issue?.path.map(String).join(".").slice(0, 200) ?? "";
  return `${at === "" ? "it" : `\`${at}\``} is not as it should be (${issue?.code ?? "unknown"})`;
}

function malformed(file: string, why: string): CodedError {
  return new CodedError("tasks/malformed-answers", `${file} of the swarm cannot be used: ${why}`, {
    fix: "Run the swarm again; if it happens again, look at what the change does in the jobs of its workers.",
  });
}

function otherCommit(said: string, headSha: string): CodedError {
  const message = `the swarm looked at ${said.slice(0, 10)}, and the review is of ${headSha.slice(0, 10)}`;
  return new CodedError("tasks/answers-of-another-commit", message, {
    fix: "Let the swarm and the review run on the same event, and the swarm check out the head.",
  });
}
