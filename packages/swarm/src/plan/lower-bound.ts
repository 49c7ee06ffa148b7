/** A worker as it really was: when it was ready, in seconds, and how fast it is, 1 being ordinary. */
export interface WorkerFacts {
  readonly ready: number;
  readonly speed: number;
}

/**
 * Seconds before which no schedule can end: the longest task takes its time on whichever worker ends it
 * first, and all work together needs the workers that are there. A worker that comes only after the end
 * does not count: else one that comes late would lift the bound above what can be reached without it.
 */
export function lowerBound(seconds: readonly number[], workers: readonly WorkerFacts[]): number {
  const total = seconds.reduce((sum, each) => sum + each, 0);
  const longest = seconds.reduce((most, each) => Math.max(most, each), 0);
  const alone = Math.min(...workers.map(({ ready, speed }) => ready + longest / speed));
  return Math.max(alone, together(total, workers));
}

/** The earliest end at which the workers ready by then can have done it all. */
function together(total: number, workers: readonly WorkerFacts[]): number {
  let [work, speeds, end] = [total, 0, Number.POSITIVE_INFINITY];
  for (const { ready, speed } of workers.toSorted((a, b) => a.ready - b.ready)) {
    if (ready >= end) break;
    work += ready * speed;
    speeds += speed;
    end = work / speeds;
  }
  return end;
}
