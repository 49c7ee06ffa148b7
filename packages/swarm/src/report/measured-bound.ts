import type { SwarmPlan } from "../plan/plan.ts";
import type { WorkerWork } from "./worker-work.ts";

/** A worker as it really was. Seconds; the speed is 1 for one that is as fast as all together. */
interface MeasuredWorker {
  readonly ready: number;
  readonly speed: number;
  /** At the speed of all together. */
  readonly work: number;
  readonly longest: number;
}

/**
 * Seconds from the first worker that was ready: no schedule of these tasks, as long as they really
 * lasted, on these workers, as they really were ready and as fast as they really were, ends sooner. How
 * fast a worker was is seen from the tasks whose durations were known before. Null: nothing was done.
 */
export function measuredBound(
  plans: readonly SwarmPlan[],
  works: readonly WorkerWork[],
): number | null {
  const measured = measureWorkers(plans, works);
  const work = sum(measured, (worker) => worker.work);
  if (work === 0) return null;
  const longest = measured.reduce((most, worker) => Math.max(most, worker.longest), 0);
  const ends = measured.map(({ ready, speed }) => ready + longest / speed);
  return Math.max(ends.reduce(least), whenDone(measured, work));
}

function measureWorkers(
  plans: readonly SwarmPlan[],
  works: readonly WorkerWork[],
): readonly MeasuredWorker[] {
  const first = works.map(({ readyAt }) => readyAt).reduce(least, Number.POSITIVE_INFINITY);
  const expected = knownDurations(plans);
  const paces = works.map((work) => paceOf(work, expected));
  const all = {
    expected: sum(paces, (pace) => pace.expected),
    real: sum(paces, ({ real }) => real),
  };
  return works.map((work, index) => {
    const pace = paces[index];
    const speed = pace === undefined ? 1 : speedOf(pace, all);
    return measureWorker(work, (work.readyAt - first) / 1000, speed);
  });
}

function measureWorker(work: WorkerWork, ready: number, speed: number): MeasuredWorker {
  const longest = work.results.reduce((most, { result }) => Math.max(most, result.seconds), 0);
  return { ready, speed, work: work.busySeconds * speed, longest: longest * speed };
}

/** Seconds of tasks that were seen in runs before: expected, and what they came to. */
interface Pace {
  readonly expected: number;
  readonly real: number;
}

function paceOf({ results }: WorkerWork, known: ReadonlyMap<string, number>): Pace {
  let [expected, real] = [0, 0];
  for (const { result } of results) {
    const mean = known.get(result.key);
    if (mean === undefined || result.seconds <= 0) continue;
    expected += mean;
    real += result.seconds;
  }
  return { expected, real };
}

function speedOf(pace: Pace, all: Pace): number {
  if (pace.expected === 0 || all.expected === 0) return 1;
  return (pace.expected / pace.real) * (all.real / all.expected);
}

function knownDurations(plans: readonly SwarmPlan[]): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const { tasks, predictions } of plans) {
    for (const [index, { key }] of tasks.entries()) {
      const prediction = predictions[index];
      if (prediction?.from === "history" && prediction.mean > 0) known.set(key, prediction.mean);
    }
  }
  return known;
}

/** The earliest end if work could be split at will: a worker that comes later than that does not help. */
function whenDone(workers: readonly MeasuredWorker[], work: number): number {
  let [speed, lost, end] = [0, 0, Number.POSITIVE_INFINITY];
  for (const worker of [...workers].sort((a, b) => a.ready - b.ready)) {
    if (worker.ready >= end) break;
    speed += worker.speed;
    lost += worker.ready * worker.speed;
    end = (work + lost) / speed;
  }
  return end;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function least(a: number, b: number): number {
  return Math.min(a, b);
}
