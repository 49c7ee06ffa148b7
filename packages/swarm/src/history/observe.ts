import type { Duration } from "./history.ts";

/** How much the latest of many runs counts: a change of pace is half learned after two runs. */
const newest = 0.3;

/** What is known of a task after it was seen once more. The first few times are averaged plainly. */
export function observe(
  known: Duration | undefined,
  kind: string,
  seconds: number,
  run: number,
): Duration {
  if (!Number.isFinite(seconds) || seconds < 0) {
    throw new RangeError(`a task cannot last ${seconds} seconds`);
  }
  if (known === undefined) return { mean: seconds, variance: 0, count: 1, kind, seen: run };
  const weight = Math.max(newest, 1 / (known.count + 1));
  const off = seconds - known.mean;
  return {
    mean: known.mean + weight * off,
    variance: (1 - weight) * (known.variance + weight * off * off),
    count: known.count + 1,
    kind,
    seen: run,
  };
}
