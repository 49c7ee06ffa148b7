import type { Task } from "../task.ts";
import type { PublishedPlan } from "./board-findings.ts";

/**
 * The plans that hold: of each epoch that of the highest attempt. When the first plan was made again, the
 * rounds that followed the one before are over. Sorted by epoch.
 */
export function currentPlans(plans: readonly PublishedPlan[]): readonly PublishedPlan[] {
  const byEpoch = new Map<number, PublishedPlan>();
  for (const one of plans) {
    const held = byEpoch.get(one.plan.epoch);
    if (held === undefined || isNewer(one, held)) byEpoch.set(one.plan.epoch, one);
  }
  const sorted = [...byEpoch.values()].sort((a, b) => a.plan.epoch - b.plan.epoch);
  const since = sorted[0]?.attempt ?? 0;
  return sorted.filter(({ attempt }) => attempt >= since);
}

/** Two of one attempt cannot hang on a board; if they do, all readers choose the same. */
function isNewer(one: PublishedPlan, other: PublishedPlan): boolean {
  if (one.attempt !== other.attempt) return one.attempt > other.attempt;
  return one.digest < other.digest;
}

/** What is to be done, each task once, in the order of the plans. */
export function tasksOf(plans: readonly PublishedPlan[]): readonly Task[] {
  const [only, ...more] = plans;
  // Within one plan keys are told apart when it is read.
  if (only !== undefined && more.length === 0) return only.plan.tasks;
  const byKey = new Map<string, Task>();
  for (const { plan } of plans)
    for (const task of plan.tasks) if (!byKey.has(task.key)) byKey.set(task.key, task);
  return [...byKey.values()];
}
