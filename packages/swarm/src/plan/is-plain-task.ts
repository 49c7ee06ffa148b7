import { hasMembers, isBetween, isListOf, isObject, isText } from "../plain-json.ts";
import type { Task } from "../task.ts";
import { planLimits } from "./check-tasks.ts";
import type { Prediction } from "./plan.ts";

/** Whether what was parsed from JSON is a task, as the schema of plans says it too. */
export function isPlainTask(given: unknown): given is Task {
  if (!isObject<Task>(given)) return false;
  const { key, kind, affinity, size, payload, asks } = given;
  return (
    hasMembers(given, asks === undefined ? 5 : 6) &&
    isName(key) &&
    isName(kind) &&
    (affinity === null || isName(affinity)) &&
    isAmount(size) &&
    payload !== undefined &&
    (asks === undefined || (isListOf(asks, planLimits.asks, isName) && asks.length > 0))
  );
}

const origins: ReadonlySet<unknown> = new Set<Prediction["from"]>([
  "history",
  "size",
  "kind",
  "all",
  "default",
]);

/** Whether what was parsed from JSON is a prediction, as the schema of plans says it too. */
export function isPlainPrediction(given: unknown): given is Prediction {
  if (!hasMembers<Prediction>(given, 3)) return false;
  const { mean, variance, from } = given;
  return isBetween(mean, 0, planLimits.seconds) && isAmount(variance) && origins.has(from);
}

function isName(given: unknown): given is string {
  return isText(given, planLimits.name) && given !== "";
}

function isAmount(given: unknown): given is number {
  return isBetween(given, 0, Number.MAX_VALUE);
}
