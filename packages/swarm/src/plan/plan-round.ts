import { CodedError } from "@swarm-actions/core";
import type { History } from "../history/history.ts";
import { predictTasks } from "../history/predict.ts";
import type { Task } from "../task.ts";
import { checkOptions } from "./check-options.ts";
import { conditionsFrom } from "./conditions.ts";
import type { Prediction, SwarmPlan } from "./plan.ts";
import { type PlanOptions, planDefaults } from "./plan-options.ts";
import { planPredicted } from "./plan-predicted.ts";

/** What a further round may know and spend. */
export type RoundOptions = Partial<Omit<PlanOptions, "key" | "epoch" | "topology">> & {
  /** What is known by now, of this run too; null: the plan's own predictions hold. */
  readonly history: History | null;
};

/**
 * A small plan, one epoch on, for tasks of a plan that have no result. It never has more workers than the
 * plan before, unless that is asked for.
 * @param missing keys of the plan's tasks
 * @throws CodedError `plan/unknown-task` when the plan has no such task, `plan/limits` as `planSwarm`
 */
export function planRound(
  plan: SwarmPlan,
  missing: readonly string[],
  { history, ...options }: RoundOptions,
): SwarmPlan {
  const indices = indicesOf(plan, missing);
  const tasks = indices.map((index) => plan.tasks[index]).filter((task) => task !== undefined);
  const predictions =
    history === null
      ? indices.map((index) => plan.predictions[index]).filter((one) => one !== undefined)
      : predictTasks(tasks, history);
  return planTasks(plan, tasks, predictions, { ...options, history });
}

/** The next plan of a swarm, for tasks that need not stand in the one before. */
export function planTasks(
  { key, epoch, choice, claimSeconds }: SwarmPlan,
  tasks: readonly Task[],
  predictions: readonly Prediction[],
  { history, ...options }: RoundOptions,
): SwarmPlan {
  const all: PlanOptions = {
    ...planDefaults,
    maxWorkers: Math.max(1, choice.workers),
    ...options,
    key,
    epoch: epoch + 1,
  };
  checkOptions(all);
  const conditions =
    history === null
      ? { ...all.usual, claimSeconds }
      : conditionsFrom(history, { ...all.usual, claimSeconds });
  return planPredicted(tasks, predictions, conditions, all);
}

function indicesOf({ tasks, key }: SwarmPlan, missing: readonly string[]): number[] {
  const places = new Map(tasks.map((task, index) => [task.key, index]));
  return [...new Set(missing)].map((name) => {
    const index = places.get(name);
    if (index !== undefined) return index;
    throw new CodedError("plan/unknown-task", `the plan "${key}" has no task "${name}"`, {
      fault: "internal",
      fix: "Ask for tasks of the plan alone.",
    });
  });
}
