import type { Collected } from "../../collect/collector.ts";
import type { TaskResult } from "../../collect/result.ts";
import type { Aggregation } from "../../consensus/verdict.ts";
import type { History } from "../../history/history.ts";
import type { SwarmPlan } from "../../plan/plan.ts";
import type { Task } from "../../task.ts";
import { followUpKey } from "./follow-up-key.ts";
import type { RoundFacts } from "./next-round.ts";

/** What was decided after a round, and which tasks an item is about where no result votes on it. */
export interface RoundVerdict {
  readonly verdict: Aggregation | null;
  /** By item; null: the results say it by their votes. */
  readonly tasksOf: ReadonlyMap<string, readonly Task[]> | null;
}

/**
 * What `nextRound` has to know, from what hangs on the board: who was asked what, and which tasks an item
 * is about. A follow-up is the task that it follows.
 */
export function roundFacts(
  { plans, tasks, missing, results }: Pick<Collected, "plans" | "tasks" | "missing" | "results">,
  { verdict, tasksOf }: RoundVerdict,
  history: History,
): RoundFacts | null {
  const [first] = plans;
  if (first === undefined) return null;
  const firstOf = followed(tasks);
  const epoch = plans.reduce((last, { plan }) => Math.max(last, plan.epoch), 0);
  return {
    plan: { ...first.plan, epoch },
    missing,
    verdict,
    tasksOf: sameTasks(
      tasksOf ??
        votedOn(
          tasks,
          results.map(({ result }) => result),
        ),
      firstOf,
    ),
    agents: agentsOf(first.plan),
    asked: askedSoFar(tasks, firstOf),
    history,
  };
}

function agentsOf({ note }: SwarmPlan): readonly string[] {
  return note?.agents ?? [];
}

/** By key: the task that was asked about first. */
function followed(tasks: readonly Task[]): ReadonlyMap<string, Task> {
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  return new Map(tasks.map((task) => [task.key, firstTask(task, byKey)]));
}

function firstTask(task: Task, byKey: ReadonlyMap<string, Task>): Task {
  const [agent] = task.asks ?? [];
  if (agent === undefined) return task;
  const end = followUpKey("", agent);
  const first = task.key.endsWith(end) ? byKey.get(task.key.slice(0, -end.length)) : undefined;
  return first ?? task;
}

function votedOn(
  tasks: readonly Task[],
  results: readonly TaskResult[],
): ReadonlyMap<string, readonly Task[]> {
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const items = new Map<string, Set<Task>>();
  for (const { key, votes } of results) {
    const task = byKey.get(key);
    if (task === undefined) continue;
    for (const { item } of votes) items.set(item, (items.get(item) ?? new Set()).add(task));
  }
  return new Map([...items].map(([item, about]) => [item, [...about]]));
}

function sameTasks(
  tasksOf: ReadonlyMap<string, readonly Task[]>,
  firstOf: ReadonlyMap<string, Task>,
): ReadonlyMap<string, readonly Task[]> {
  const entries = [...tasksOf].map(([item, tasks]) => {
    const first = tasks.map((task) => firstOf.get(task.key) ?? task);
    return [item, [...new Set(first)]] as const;
  });
  return new Map(entries);
}

/** Who was asked, by the key of the first task; a task that asks everybody is left out. */
function askedSoFar(
  tasks: readonly Task[],
  firstOf: ReadonlyMap<string, Task>,
): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, readonly string[]>();
  for (const { key, asks } of tasks) {
    const first = firstOf.get(key)?.key ?? key;
    if (asks !== undefined) asked.set(first, [...(asked.get(first) ?? []), ...asks]);
  }
  return asked;
}
