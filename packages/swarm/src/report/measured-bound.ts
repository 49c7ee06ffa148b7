import { lowerBound, type WorkerPace } from "../plan/lower-bound.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import type { WorkerWork } from "./worker-work.ts";

/**
 * Seconds from the first worker that was ready: no schedule of these tasks, as long as they really
 * lasted, on these workers, as they really were ready and as fast as they really were, ends sooner. How
 * fast a worker was is seen from the tasks whose durations were known before. Null: nothing was done.
 */
export function measuredBound(
  plans: readonly SwarmPlan[],
  works: readonly WorkerWork[],
): number | null {
  const first = firstReady(works);
  const seconds: number[] = [];
  const workers: WorkerPace[] = [];
  for (const [work, speed] of speedsOf(plans, works)) {
    workers.push({ ready: (work.readyAt - first) / 1000, speed });
    for (const each of secondsOf(work)) seconds.push(each * speed);
  }
  return seconds.some((each) => each > 0) ? lowerBound(seconds, workers) : null;
}

function firstReady(works: readonly WorkerWork[]): number {
  return works.reduce((first, { readyAt }) => Math.min(first, readyAt), Number.POSITIVE_INFINITY);
}

/** What each task took of its worker: those done at the same time share the time that they lasted. */
function secondsOf({ results, busySeconds }: WorkerWork): readonly number[] {
  const together = results.reduce((sum, { result }) => sum + result.seconds, 0);
  const share = together > 0 ? busySeconds / together : 1;
  return results.map(({ result }) => result.seconds * share);
}

/** 1: as fast as all of them together. */
function speedsOf(
  plans: readonly SwarmPlan[],
  works: readonly WorkerWork[],
): readonly (readonly [WorkerWork, number])[] {
  const known = knownDurations(plans);
  const paces = works.map((work) => [work, paceOf(work, known)] as const);
  const all = { expected: 0, real: 0 };
  for (const [, { expected, real }] of paces) {
    all.expected += expected;
    all.real += real;
  }
  return paces.map(([work, pace]) => [work, speedOf(pace, all)]);
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
