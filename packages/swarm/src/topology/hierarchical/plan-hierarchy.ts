import { CodedError } from "@swarm-actions/core";
import type { History } from "../../history/history.ts";
import { predictTasks } from "../../history/predict.ts";
import { checkTasks, planLimits } from "../../plan/check-tasks.ts";
import { conditionsFrom } from "../../plan/conditions.ts";
import { cutBlocks } from "../../plan/cut-blocks.ts";
import { expectedReady } from "../../plan/cut-blocks-ready.ts";
import { lowerBound } from "../../plan/lower-bound.ts";
import type { Block, Candidate, Prediction, SwarmPlan, WorkerChoice } from "../../plan/plan.ts";
import { type PlanOptions, planDefaults } from "../../plan/plan-options.ts";
import { planSwarm } from "../../plan/plan-swarm.ts";
import { showCount } from "../../plan/words.ts";
import type { Task } from "../../task.ts";

export interface HierarchyOptions extends Partial<PlanOptions> {
  readonly key: string;
  /** `auto`: as few as hold the workers, 256 each. */
  readonly groups: number | "auto";
}

/**
 * Groups of workers, each a swarm of its own with a lead. To the plan on top a group is one worker: its
 * lead puts up its group's results as pages of that worker, and they are collected as any others.
 */
export interface Hierarchy {
  readonly top: SwarmPlan;
  /** By group; their keys are those of `groupKey`. */
  readonly groups: readonly SwarmPlan[];
}

/** The key of a group's own swarm. */
export function groupKey(key: string, group: number): string {
  return `${key}-g${group}`;
}

/** Whether so many workers need groups: a matrix holds no more than 256 jobs. */
export function needsGroups(workers: number): boolean {
  return workers > planLimits.matrix;
}

/**
 * Shares tasks out over groups by predicted work, tasks of one affinity together, and plans each group.
 * `workers`, `maxWorkers`, `maxCost`, `maxBlocks` and `mostNames` are of all groups together, and may be as many times
 * larger.
 * @throws CodedError as `planSwarm`; `plan/bad-option`: too many groups, or workers for them
 */
export function planHierarchy(
  tasks: readonly Task[],
  history: History,
  { groups: asked, ...given }: HierarchyOptions,
): Hierarchy {
  const options: PlanOptions = { ...planDefaults, ...given };
  checkTasks(tasks);
  const predictions = predictTasks(tasks, history);
  const count = countGroups(tasks.length, asked, options);
  const shares = shareOut(tasks, predictions, count);
  const groups = shares.map((share, group) =>
    planSwarm(pick(tasks, share), history, {
      ...partOf(options, shares.length),
      key: groupKey(options.key, group),
    }),
  );
  const conditions = conditionsFrom(history, options.usual);
  const workers = groups.reduce((sum, { choice }) => sum + choice.workers, 0);
  const bound = lowerBound(
    predictions.map(({ mean }) => mean),
    expectedReady(workers, conditions.ready).map((ready) => ({ ready, speed: 1 })),
  );
  const top: SwarmPlan = {
    version: 1,
    key: options.key,
    epoch: options.epoch,
    topology: "hierarchical",
    mode: "static",
    tasks,
    predictions,
    lists: shares.map((share, worker) => [blockOf(share, worker, predictions)]),
    choice: choiceOf(groups, workers, bound),
    claimSeconds: conditions.claimSeconds,
  };
  return { top, groups };
}

function countGroups(
  tasks: number,
  asked: number | "auto",
  { workers, maxWorkers }: PlanOptions,
): number {
  const wanted = workers === "auto" ? maxWorkers : workers;
  const least = Math.ceil(wanted / planLimits.matrix);
  const count = asked === "auto" ? least : asked;
  if (Number.isInteger(count) && count >= Math.max(1, least) && count <= planLimits.matrix) {
    return Math.min(count, tasks);
  }
  throw new CodedError("plan/bad-option", `${count} groups for ${wanted} workers`, {
    fix: `Give 1 to ${planLimits.matrix} groups of at most ${planLimits.matrix} workers each.`,
    place: "groups",
  });
}

/** Indices of tasks by group, in the order of the plan; no group is empty. */
function shareOut(
  tasks: readonly Task[],
  predictions: readonly Prediction[],
  groups: number,
): readonly (readonly number[])[] {
  const lists = cutBlocks({
    tasks,
    predictions,
    workers: groups,
    claimSeconds: 0,
    ready: [],
    maxSize: Number.POSITIVE_INFINITY,
    maxBlocks: groups,
  });
  return lists
    .map((list) => list.flatMap((block) => block.tasks).toSorted((a, b) => a - b))
    .filter((share) => share.length > 0);
}

function pick(tasks: readonly Task[], share: readonly number[]): Task[] {
  return share.flatMap((index) => tasks[index] ?? []);
}

/** What one of so many groups may have of everything. */
function partOf(options: PlanOptions, groups: number): PlanOptions {
  const part = (whole: number): number => Math.max(1, Math.floor(whole / groups));
  const { workers, maxWorkers, maxCost, maxBlocks, mostNames } = options;
  return {
    ...options,
    topology: "flat",
    workers: workers === "auto" ? workers : part(workers),
    maxWorkers: part(maxWorkers),
    maxCost: maxCost === null ? null : maxCost / groups,
    maxBlocks: part(maxBlocks),
    // A plan and the page of its lead hang there for each group, too.
    mostNames: Math.max(1, part(mostNames) - 2),
  };
}

function blockOf(
  share: readonly number[],
  worker: number,
  predictions: readonly Prediction[],
): Block {
  const seconds = share.reduce((sum, index) => sum + (predictions[index]?.mean ?? 0), 0);
  return { worker, block: 0, tasks: share, seconds };
}

/** Of the plan on top a worker is a group; what it is expected to come to is of all workers. */
function choiceOf(groups: readonly SwarmPlan[], workers: number, bound: number): WorkerChoice {
  const all = groups.map(({ choice }) => choice.expected);
  const sum = (of: (one: Candidate) => number): number =>
    all.reduce((total, one) => total + of(one), 0);
  const seconds = all.reduce((most, one) => Math.max(most, one.seconds), 0);
  const expected: Candidate = {
    workers: groups.length,
    seconds,
    billedMinutes: sum(({ billedMinutes }) => billedMinutes),
    costUsd: sum(({ costUsd }) => costUsd),
  };
  return {
    workers: groups.length,
    why: `${showCount(groups.length, "group")} of ${showCount(workers, "worker")} together: a matrix holds ${planLimits.matrix}.`,
    lowerBound: bound,
    expected,
    rho: bound > 0 ? Math.max(1, seconds / bound) : 1,
    saturation: groups.reduce((total, { choice }) => total + choice.saturation, 0),
    curve: [expected],
  };
}
