import { drawWorkers, lowerBound, type WorldOptions } from "@swarm-actions/swarm";
import type { Suite } from "./suite.ts";

/** What schedules come to whose claims cost nothing, over the lower bound: means over all runs. */
export interface Floors {
  /** Longest first by the same predictions, each task to whoever is free. */
  readonly predicted: number;
  /** The same by what the tasks really last, which nobody can know before. */
  readonly clairvoyant: number;
}

/** One run of schedules that no board delays, on the workers that every policy meets. */
export function floorsOf({ predictions, actual }: Suite, world: WorldOptions): Floors {
  const work = actual.reduce((sum, seconds) => sum + seconds, 0);
  const workers = drawWorkers(world, 0, work);
  const bound = lowerBound(actual, workers);
  const over = (known: readonly number[]): number =>
    endOf(longestFirst(known), actual, workers) / bound;
  return { predicted: over(predictions.map(({ mean }) => mean)), clairvoyant: over(actual) };
}

function longestFirst(seconds: readonly number[]): number[] {
  return [...seconds.keys()].sort((a, b) => (seconds[b] ?? 0) - (seconds[a] ?? 0) || a - b);
}

/** Each task goes to the worker that is free first. */
function endOf(
  order: readonly number[],
  actual: readonly number[],
  workers: readonly { readonly ready: number; readonly speed: number }[],
): number {
  const free = workers.map(({ ready }) => ready);
  let end = 0;
  for (const task of order) {
    const first = free.indexOf(Math.min(...free));
    const at = (free[first] ?? 0) + (actual[task] ?? 0) / (workers[first]?.speed ?? 1);
    free[first] = at;
    end = Math.max(end, at);
  }
  return end;
}
