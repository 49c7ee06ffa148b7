import { canonicalJson } from "@swarm-actions/core";
import type { Json, Task } from "@swarm-actions/swarm";
import { z } from "zod";
import { hunksPayload } from "../hunks/payload.ts";
import { isShallow } from "../json/is-shallow.ts";
import { isTaskKey } from "../task-key.ts";

/** More are no review: each is a call of a panel. */
const mostTasks = 10_000;

const commit = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);

const task = z.strictObject({
  key: z.string().refine(isTaskKey),
  payload: z.custom<Json>((value) => value !== undefined && isShallow(value)),
  asks: z.array(z.string().max(200)).max(200).optional(),
});

/** Of which change a swarm's tasks are parts, and what each is about. */
export const taskFile = z.strictObject({
  version: z.literal(1),
  change: z.strictObject({ base: commit, head: commit }),
  tasks: z.array(task).max(mostTasks),
});

/** The tasks of a change as JSON, for whoever reads what came of them in another job. */
export function writeTasks(
  change: { readonly base: string; readonly head: string },
  tasks: readonly Task[],
): string {
  const short = tasks.map(({ key, payload, asks }) => ({
    key,
    payload: withoutDiff(payload),
    ...(asks && { asks }),
  }));
  return `${canonicalJson({ version: 1, change, tasks: short })}\n`;
}

/** Whoever reads this has the change itself. */
function withoutDiff(payload: Json): Json {
  const read = hunksPayload.safeParse(payload);
  if (!read.success) return payload;
  const { files, carried, ...rest } = read.data;
  const short = files.map((part) => ({ ...part, diff: "" }));
  return { ...rest, files: short, ...(carried && { carried }) };
}
