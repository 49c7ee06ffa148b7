import { CodedError, cutText, messageOf } from "@swarm-actions/core";
import { z } from "zod";
import { isShallow } from "../collect/is-shallow.ts";
import { isCount } from "../plain-json.ts";
import type { Json } from "../task.ts";
import { checkLists } from "./check-lists.ts";
import { planLimits } from "./check-tasks.ts";
import { isPlainPrediction, isPlainTask } from "./is-plain-task.ts";
import { longList } from "./long-list.ts";
import type { SwarmPlan } from "./plan.ts";

const seconds = z.number().min(0).max(planLimits.seconds);
const count = z.int().min(0).max(1_000_000_000);
const name = z.string().min(1).max(planLimits.name);

const task = z.strictObject({
  key: name,
  kind: name,
  affinity: name.nullable(),
  size: z.number().nonnegative(),
  payload: z.custom<Json>((value) => value !== undefined, "is missing"),
  asks: z.array(name).min(1).max(planLimits.asks).exactOptional(),
});

const prediction = z.strictObject({
  mean: seconds,
  variance: z.number().nonnegative(),
  from: z.enum(["history", "size", "kind", "all", "default"]),
});

const block = z.strictObject({
  worker: count,
  block: count,
  tasks: longList(count, isCount, planLimits.tasks).refine(isFull, "is empty"),
  seconds,
});

const candidate = z.strictObject({
  workers: count,
  seconds,
  billedMinutes: z.number().nonnegative(),
  costUsd: z.number().nonnegative(),
});

const choice = z.strictObject({
  workers: count,
  why: z.string().max(2_000),
  lowerBound: seconds,
  expected: candidate,
  rho: z.number().nonnegative(),
  saturation: count,
  curve: z.array(candidate).max(2_000),
});

/** Milliseconds since 1970. */
const instant = z.number().min(0).max(4_102_444_800_000);
const revision = z.string().min(1).max(1024);

const apiUse = z.strictObject({
  requests: count,
  limit: z.strictObject({ requests: count, left: count }).nullable(),
});

const note = z.strictObject({
  startedAt: instant,
  endedAt: instant,
  runnerPrice: z.number().nonnegative().max(1e6).nullable(),
  isAdaptive: z.boolean(),
  agents: z.array(name).max(1_000).exactOptional(),
  maxCost: z.number().positive().max(1e9).exactOptional(),
  change: z.strictObject({ base: revision, head: revision }).nullable(),
  api: apiUse.exactOptional(),
});

const schema = z.strictObject({
  version: z.literal(1),
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  epoch: count,
  topology: z.enum(["flat", "hierarchical", "mesh"]),
  mode: z.enum(["queue", "static"]),
  tasks: longList(task, isPlainTask, planLimits.tasks),
  predictions: longList(prediction, isPlainPrediction, planLimits.tasks),
  lists: z.array(z.array(block).max(planLimits.tasks)).max(planLimits.matrix),
  choice,
  claimSeconds: seconds,
  pageSeconds: seconds.exactOptional(),
  note: note.exactOptional(),
});

/**
 * Reads what `encodePlan` wrote. It comes from the board, so it may be anything: its form, its size, and
 * that every task stands in one block.
 * @throws CodedError `plan/invalid` that says what is wrong with it
 */
export function decodePlan(text: string): SwarmPlan {
  if (text.length > planLimits.plan) throw invalid(`it is ${text.length} characters long`);
  if (!isShallow(text)) throw invalid("it is nested too deeply");
  const parsed = schema.safeParse(parse(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "it is no plan"}`);
  }
  const wrong = checkLists(parsed.data);
  if (wrong !== null) throw invalid(wrong);
  return parsed.data;
}

function isFull(list: readonly unknown[]): boolean {
  return list.length > 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(`it is no JSON: ${messageOf(error)}`);
  }
}

function invalid(why: string): CodedError {
  return new CodedError("plan/invalid", `the plan cannot be used: ${cutText(why, 300)}`, {
    fault: "platform",
    fix: "Plan again; if it comes back, look who else writes artifacts in this run.",
  });
}
