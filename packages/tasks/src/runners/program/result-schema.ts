import type { Json, TaskUsage, Vote } from "@swarm-actions/swarm";
import { z } from "zod";
import { isTaskKey } from "../../task-key.ts";

const name = z.string().min(1).max(400);
const label = z.string().max(500);
const count = z.int().min(0).max(1_000_000_000_000);

const vote = z
  .strictObject({
    item: name,
    voter: name,
    provider: name.optional(),
    label: label.nullable(),
    ranking: z.array(label).max(1000).optional(),
    weight: z.number().positive().max(1_000_000).optional(),
  })
  .transform((said): Vote => withoutUndefined(said));

const usage = z
  .strictObject({
    requests: count.default(1),
    inputTokens: count.default(0),
    outputTokens: count.default(0),
    costUsd: z.number().min(0).max(1e9).nullable().default(null),
  })
  .transform((used): TaskUsage => used);

const answer = {
  output: z.custom<Json>((value) => value !== undefined).optional(),
  votes: z.array(vote).max(10_000).default([]),
  usage: usage.nullable().default(null),
};

/** What a program may write for its one task. */
export const taskAnswer = z.strictObject(answer);

/** What a program may write, a line a task, for the tasks of a block. */
export const keyedAnswer = z.strictObject({
  ...answer,
  key: z.string().refine(isTaskKey, "is no key"),
  status: z.enum(["done", "failed"]).optional(),
  message: z.string().max(4000).optional(),
  seconds: z.number().min(0).max(1e7).optional(),
});

export type TaskAnswer = z.infer<typeof taskAnswer>;
export type KeyedAnswer = z.infer<typeof keyedAnswer>;

function withoutUndefined(said: Record<string, unknown>): Vote {
  return Object.fromEntries(Object.entries(said).filter(([, one]) => one !== undefined)) as never;
}
