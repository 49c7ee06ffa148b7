import type { Prediction } from "../plan/plan.ts";
import type { Task } from "../task.ts";
import type { Duration, History } from "./history.ts";
import { sortedNumbers } from "./quantile.ts";
import { type SizeRelation, secondsForSize, sizeRelation } from "./size-relation.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** What a task is taken to last when nothing at all is known. */
const defaultSeconds = 30;

/** What is known of tasks that were not seen themselves. */
interface Known {
  readonly kinds: ReadonlyMap<string, Spread>;
  readonly sizes: ReadonlyMap<string, SizeRelation>;
  readonly all: Spread | null;
  /** The middle size of these tasks. */
  readonly size: number;
}

/**
 * What each task will last. Seen before: its own mean, the less sure the fewer and the longer ago the
 * observations. Unseen: by its size where sizes tell, else the median of its kind, else of all, else
 * half a minute.
 */
export function predictTasks(tasks: readonly Task[], history: History): Prediction[] {
  const unseen = new Set(
    tasks.flatMap(({ key, kind }) => (history.durations.has(key) ? [] : [kind])),
  );
  const known = unseen.size === 0 ? nothing : knownOf(tasks, history, unseen);
  return tasks.map((task) => {
    const seen = history.durations.get(task.key);
    return seen === undefined ? predict(task, known) : fromHistory(seen, history.runs);
  });
}

const nothing: Known = { kinds: new Map(), sizes: new Map(), all: null, size: 0 };

/** @param unseen kinds of which a task was not seen: what is known of others is not asked for */
function knownOf(tasks: readonly Task[], history: History, unseen: ReadonlySet<string>): Known {
  const seconds = [...history.durations.values()];
  return {
    kinds: spreadByKind(seconds.filter(({ kind }) => unseen.has(kind))),
    sizes: relations(
      tasks.filter(({ kind }) => unseen.has(kind)),
      history,
    ),
    all: spreadOf(sortedNumbers(seconds.map(({ mean }) => mean))),
    size: spreadOf(sortedNumbers(tasks.map(({ size }) => size)))?.median ?? 0,
  };
}

function predict(task: Task, { kinds, sizes, all, size }: Known): Prediction {
  const relation = sizes.get(task.kind);
  if (relation !== undefined && task.size > 0) {
    return { ...secondsForSize(relation, task.size), from: "size" };
  }
  const kind = kinds.get(task.kind);
  if (kind !== undefined) return { mean: kind.median, variance: kind.variance, from: "kind" };
  if (all !== null) return { mean: all.median, variance: all.variance, from: "all" };
  const mean = defaultSeconds * scaleOf(task.size, size);
  return { mean, variance: mean * mean, from: "default" };
}

/** One observation may be off by half; each run without it makes it two hundredths less sure. */
function fromHistory({ mean, variance, count, seen }: Duration, runs: number): Prediction {
  const few = (0.5 * mean) ** 2 / (count * count);
  const stale = (mean * Math.min(1, 0.02 * Math.max(0, runs - 1 - seen))) ** 2;
  return { mean, variance: variance + few + stale, from: "history" };
}

/** With nothing known, a task of twice the size is taken to last twice as long, within reason. */
function scaleOf(size: number, middle: number): number {
  if (middle <= 0 || size <= 0) return 1;
  return Math.min(8, Math.max(1 / 8, size / middle));
}

function spreadByKind(seen: readonly Duration[]): ReadonlyMap<string, Spread> {
  return new Map(
    [...Map.groupBy(seen, ({ kind }) => kind)].flatMap(([kind, of]) => {
      const spread = spreadOf(sortedNumbers(of.map(({ mean }) => mean)));
      return spread === null ? [] : [[kind, spread] as const];
    }),
  );
}

/** How seconds go with size, by kind, as the tasks tell that were seen before. */
function relations(tasks: readonly Task[], { durations }: History): Map<string, SizeRelation> {
  const points = Map.groupBy(
    tasks.flatMap(({ key, kind, size }) => {
      const seconds = durations.get(key)?.mean;
      return seconds === undefined ? [] : [{ kind, size, seconds }];
    }),
    ({ kind }) => kind,
  );
  return new Map(
    [...points].flatMap(([kind, of]) => {
      const relation = sizeRelation(of);
      return relation === null ? [] : [[kind, relation] as const];
    }),
  );
}
