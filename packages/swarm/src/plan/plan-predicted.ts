import type { Task } from "../task.ts";
import { leavesRoom, type NamesNeeded, ordinaryPace, pagePace } from "./board-names.ts";
import { planLimits } from "./check-tasks.ts";
import { chooseWorkers } from "./choose-workers.ts";
import type { Conditions } from "./conditions.ts";
import { cutBlocks } from "./cut-blocks.ts";
import { expectedReady } from "./cut-blocks-ready.ts";
import { explainChoice } from "./explain-choice.ts";
import { type Forecast, forecastOf } from "./forecast.ts";
import { lowerBound } from "./lower-bound.ts";
import type { Prediction, SwarmPlan, WorkerChoice } from "./plan.ts";
import type { PlanOptions } from "./plan-options.ts";

/** A plan of tasks whose durations are predicted already. */
export function planPredicted(
  tasks: readonly Task[],
  predictions: readonly Prediction[],
  conditions: Conditions,
  options: PlanOptions,
): SwarmPlan {
  const forecast = forecastOf(predictions, conditions, options);
  const choice = choose(predictions, forecast, conditions, options);
  const { workers } = choice;
  const most = { blocks: Math.max(workers, options.maxBlocks), workers };
  const mode = options.mode === "auto" ? modeOf(choice, forecast, most, options) : options.mode;
  const lists = cutBlocks({
    tasks,
    predictions,
    workers,
    claimSeconds: conditions.claimSeconds,
    ready: mode === "static" ? [] : expectedReady(workers, conditions.ready),
    maxSize: options.blockSize ?? Number.POSITIVE_INFINITY,
    maxBlocks: most.blocks,
  });
  const blocks = mode === "static" ? 0 : lists.flat().length;
  const pace = pagePace({ blocks, workers }, choice.expected.seconds, options.mostNames);
  const { key, epoch, topology } = options;
  const { claimSeconds } = conditions;
  return {
    version: 1,
    key,
    epoch,
    topology,
    mode,
    tasks,
    predictions,
    lists,
    choice,
    claimSeconds,
    ...(pace > ordinaryPace ? { pageSeconds: pace } : {}),
  };
}

/** Where claiming brings next to nothing, as one task dominates or claims cost too much, none is made. */
const worthClaiming = 0.99;

function modeOf(
  { expected, workers }: WorkerChoice,
  forecast: Forecast,
  names: NamesNeeded,
  { mostNames }: PlanOptions,
): "queue" | "static" {
  if (!leavesRoom(names, mostNames)) return "static";
  const still = forecast.imagineStatic(workers).seconds;
  return expected.seconds < worthClaiming * still ? "queue" : "static";
}

function choose(
  predictions: readonly Prediction[],
  forecast: Forecast,
  conditions: Conditions,
  options: PlanOptions,
): WorkerChoice {
  if (predictions.length === 0) return nobody;
  const saturation = saturationOf(forecast);
  const isForced = options.workers !== "auto";
  const most = Math.min(
    predictions.length,
    planLimits.matrix,
    options.workers === "auto" ? Math.min(saturation, options.maxWorkers) : options.workers,
  );
  const { expected, curve } = chooseWorkers(forecast, {
    ...options,
    most,
    least: isForced ? most : 1,
  });
  const { workers } = expected;
  const bound = lowerBound(
    predictions.map(({ mean }) => mean),
    expectedReady(workers, conditions.ready).map((ready) => ({ ready, speed: 1 })),
  );
  const why = explainChoice({
    ...options,
    expected,
    curve,
    saturation,
    tasks: predictions.length,
    isForced,
  });
  // Imagined workers may be a little faster than ordinary ones, and nothing ends before the bound.
  const seconds = Math.max(expected.seconds, bound);
  const rho = bound > 0 ? seconds / bound : 1;
  return {
    workers,
    why,
    lowerBound: bound,
    expected: { ...expected, seconds },
    rho,
    saturation,
    curve,
  };
}

/** As long as the longest task lasts, all others can be done by so many workers. */
function saturationOf({ longest, work }: Forecast): number {
  return longest > 0 ? Math.ceil(work / longest) : 1;
}

const none = { workers: 0, seconds: 0, billedMinutes: 0, costUsd: 0 };

const nobody: WorkerChoice = {
  workers: 0,
  why: "0 workers: there are no tasks.",
  lowerBound: 0,
  expected: none,
  rho: 1,
  saturation: 0,
  curve: [],
};
