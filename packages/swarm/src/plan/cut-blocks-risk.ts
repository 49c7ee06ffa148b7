import type { Task } from "../task.ts";
import type { Prediction } from "./plan.ts";

/** How much of a spread counts as time that a task may take beyond what is predicted. */
const margin = 1;

/**
 * Seconds by which each task may outlast its prediction. A task that was seen once says little of its
 * own spread, so its neighbours speak for it: where one test of a file took a minute, because it came
 * first and set up for the others, the next time another one may be the first.
 */
export function risksOf(tasks: readonly Task[], predictions: readonly Prediction[]): number[] {
  const families = tasks.map(familyOf);
  const spreads = spreadsOf(families, predictions);
  return predictions.map(({ variance }, at) => {
    const spread = spreads.get(families[at] ?? "") ?? 0;
    return margin * Math.sqrt(Math.max(variance, spread));
  });
}

interface Moments {
  count: number;
  sum: number;
  squares: number;
}

/** Variance of what is predicted, by family. */
function spreadsOf(families: readonly string[], predictions: readonly Prediction[]) {
  const moments = new Map<string, Moments>();
  for (const [at, family] of families.entries()) {
    const mean = predictions[at]?.mean ?? 0;
    const known = moments.get(family) ?? { count: 0, sum: 0, squares: 0 };
    known.count += 1;
    known.sum += mean;
    known.squares += mean * mean;
    moments.set(family, known);
  }
  return new Map([...moments].map(([family, known]) => [family, varianceOf(known)]));
}

function varianceOf({ count, sum, squares }: Moments): number {
  return Math.max(0, squares / count - (sum / count) ** 2);
}

/** What a task stands in, as its key tells: the file of a test, the folder of a file. */
function familyOf({ key, kind }: Task): string {
  const end = Math.max(key.lastIndexOf("::"), key.lastIndexOf("/"));
  return end > 0 ? key.slice(0, end) : kind;
}
