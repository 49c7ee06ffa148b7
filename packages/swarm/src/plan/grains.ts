import type { Prediction } from "./plan.ts";

/** Short tasks as one, so that imagining a run of a hundred thousand is no more work than of a few. */
export interface Grain {
  readonly mean: number;
  readonly variance: number;
}

/**
 * At most about three times `most` grains, longest first. What lasts longer than its share stays alone, as
 * it decides how the run ends; shorter tasks are put together up to that, in the order in which they come.
 */
export function grainsOf(tasks: readonly Prediction[], most: number): Grain[] {
  const share = tasks.reduce((sum, { mean }) => sum + mean, 0) / most;
  const grains: Grain[] = [];
  let open = { mean: 0, variance: 0 };
  for (const { mean, variance } of tasks) {
    if (mean >= share) grains.push({ mean, variance });
    else if (open.mean + mean > share) {
      grains.push(open);
      open = { mean, variance };
    } else {
      open.mean += mean;
      open.variance += variance;
    }
  }
  if (open.mean > 0) grains.push(open);
  return grains.sort((a, b) => b.mean - a.mean);
}
