/** A worker as a schedule sees it. */
export interface WorkerPace {
  /** Seconds until it is ready. */
  readonly ready: number;
  /** Work it does in a second; 1 is ordinary. Above 0. */
  readonly speed: number;
}

/**
 * Seconds before which no schedule of these tasks on these workers can end: the longest task has to be
 * done by somebody; all work has to be done, and a worker that comes late takes less of it; and of the
 * m + 1 longest tasks some two are done by one worker.
 *
 * @param seconds of every task, at speed 1, in any order
 */
export function lowerBound(seconds: readonly number[], workers: readonly WorkerPace[]): number {
  if (seconds.length === 0 || workers.length === 0) return 0;
  const ascending = Float64Array.from(seconds).sort();
  const first = ascending.at(-1) ?? 0;
  const two = (ascending.at(-workers.length) ?? 0) + (ascending.at(-workers.length - 1) ?? 0);
  const inOne = seconds.length > workers.length ? Math.max(first, two) : first;
  const alone = workers.reduce(
    (least, { ready, speed }) => Math.min(least, ready + inOne / speed),
    Number.POSITIVE_INFINITY,
  );
  const work = seconds.reduce((sum, one) => sum + one, 0);
  return Math.max(alone, whenAllIsDone(work, workers));
}

/** When work that could be split at will is done; who comes later than that takes none of it. */
function whenAllIsDone(work: number, workers: readonly WorkerPace[]): number {
  let [speed, late, end] = [0, 0, Number.POSITIVE_INFINITY];
  for (const worker of workers.toSorted((a, b) => a.ready - b.ready)) {
    if (worker.ready >= end) break;
    speed += worker.speed;
    late += worker.ready * worker.speed;
    end = (work + late) / speed;
  }
  return end;
}
