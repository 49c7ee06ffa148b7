import type { History } from "../history/history.ts";
import { predictTasks } from "../history/predict.ts";
import type { Task } from "../task.ts";
import { checkOptions } from "./check-options.ts";
import { checkTasks } from "./check-tasks.ts";
import { conditionsFrom } from "./conditions.ts";
import type { SwarmPlan } from "./plan.ts";
import { type PlanOptions, planDefaults } from "./plan-options.ts";
import { planPredicted } from "./plan-predicted.ts";

/**
 * Tasks into a plan: what each will last, how many workers are worth their price, and who does what in
 * which order.
 * @throws CodedError `plan/duplicate-key`, `plan/bad-key`, `plan/bad-size`, `plan/too-large`: the tasks
 * @throws CodedError `plan/limits`: no number of workers keeps to `maxCost` and `maxMinutes`
 * @throws CodedError `plan/bad-option`
 */
export function planSwarm(
  tasks: readonly Task[],
  history: History,
  options: Partial<PlanOptions> & Pick<PlanOptions, "key">,
): SwarmPlan {
  const all = { ...planDefaults, ...options };
  checkOptions(all);
  checkTasks(tasks);
  return planPredicted(
    tasks,
    predictTasks(tasks, history),
    conditionsFrom(history, all.usual),
    all,
  );
}
