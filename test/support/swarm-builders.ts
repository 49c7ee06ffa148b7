import {
  type Json,
  type PublishedPlan,
  pageName,
  planDigest,
  type ResultPage,
  type SwarmPlan,
  type Task,
  type TaskResult,
} from "@swarm-actions/swarm";

function taskOf(key: string, overrides: Partial<Task> = {}): Task {
  return { key, kind: "test", affinity: null, size: 1, payload: { name: key }, ...overrides };
}

export interface PlanSetting {
  readonly key?: string;
  readonly epoch?: number;
  readonly mode?: SwarmPlan["mode"];
  /** The keys of the tasks, by list and block. */
  readonly lists: readonly (readonly (readonly string[])[])[];
  readonly seconds?: number;
  readonly payload?: Json;
}

/** A plan in which every task lasts as long. */
export function planOf(setting: PlanSetting): SwarmPlan {
  const { key = "swarm", epoch = 0, mode = "queue", lists, seconds = 1 } = setting;
  const keys = lists.flat(2);
  const payload = setting.payload;
  const choice = { workers: lists.length, seconds, billedMinutes: lists.length, costUsd: 0 };
  let next = 0;
  return {
    version: 1,
    key,
    epoch,
    topology: "flat",
    mode,
    tasks: keys.map((name) => taskOf(name, payload === undefined ? {} : { payload })),
    predictions: keys.map(() => ({ mean: seconds, variance: 0, from: "history" })),
    lists: lists.map((blocks, worker) =>
      blocks.map((names, block) => {
        const tasks = names.map(() => next++);
        return { worker, block, tasks, seconds: names.length * seconds };
      }),
    ),
    choice: {
      workers: lists.length,
      why: "as the test wants it",
      lowerBound: seconds,
      expected: choice,
      rho: 1,
      saturation: lists.length,
      curve: [choice],
    },
    claimSeconds: 0.01,
  };
}

export function published(plan: SwarmPlan, attempt = 1): PublishedPlan {
  return { plan, attempt, digest: planDigest(plan) };
}

export function resultOf(key: string, overrides: Partial<TaskResult> = {}): TaskResult {
  return {
    key,
    status: "done",
    output: { of: key },
    votes: [],
    error: null,
    startedAt: 1_800_000_000_000,
    seconds: 1,
    usage: null,
    ...overrides,
  };
}

export interface PageSetting {
  readonly plan: SwarmPlan;
  readonly worker?: number;
  readonly page?: number;
  readonly attempt?: number;
  readonly results: readonly TaskResult[];
  readonly isDone?: boolean;
}

export function pageOf(setting: PageSetting): ResultPage {
  const { plan, worker = 0, page = 0, attempt = 1, results, isDone = true } = setting;
  const at = 1_800_000_000_000;
  return {
    version: 1,
    plan: planDigest(plan),
    page,
    results,
    report: {
      worker,
      epoch: plan.epoch,
      attempt,
      readyAt: at,
      at: at + 1_000 * (page + 1),
      isDone,
      spans: [],
      claims: 1,
      conflicts: 0,
      steals: 0,
      claimSeconds: [],
      providers: [],
    },
  };
}

/** A page under its name. */
export function hung(page: ResultPage, key = "swarm"): { name: string; content: string } {
  const { attempt, epoch, worker } = page.report;
  const name = pageName({ key, attempt, epoch, worker, page: page.page });
  return { name, content: JSON.stringify(page) };
}
