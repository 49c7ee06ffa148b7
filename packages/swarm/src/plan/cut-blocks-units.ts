import type { CutOptions } from "./cut-blocks-options.ts";

/** Tasks that are not parted when work is shared out: a long one alone, or several short ones. */
export interface Unit {
  readonly tasks: readonly number[];
  /** Predicted, together. */
  readonly seconds: number;
  /** What it may come to where predictions fail: seconds and a margin for risk. */
  readonly weight: number;
  /** The weight of the heaviest task in it. */
  readonly rank: number;
  readonly size: number;
}

/** So many units a worker at most, that sharing out 100,000 tasks is no more work than it has to be. */
const unitsPerWorker = 128;

/** Heaviest first; short tasks of one affinity are put together. */
export function unitsOf(options: CutOptions): Unit[] {
  const means = options.predictions.map(({ mean }) => mean);
  // What nobody is sure of may last: it goes early, when there is still work to balance it with.
  const weights = options.predictions.map(({ mean, variance }) => mean + Math.sqrt(variance));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const grain = total / (unitsPerWorker * Math.max(1, options.workers));
  const order = sortedBy(weights);
  return pack(order, { means, weights, grain, options }).sort((a, b) => b.rank - a.rank);
}

interface Packing {
  readonly means: readonly number[];
  readonly weights: readonly number[];
  readonly grain: number;
  readonly options: CutOptions;
}

/** One that still takes tasks. */
type OpenUnit = { -readonly [Field in keyof Unit]: Unit[Field] } & { tasks: number[] };

function pack(order: readonly number[], { means, weights, grain, options }: Packing): Unit[] {
  const units: OpenUnit[] = [];
  const open = new Map<string | null, OpenUnit>();
  for (const task of order) {
    const { affinity = null, size = 0 } = options.tasks[task] ?? {};
    const weight = weights[task] ?? 0;
    let unit = open.get(affinity);
    if (unit === undefined || unit.weight + weight > grain || unit.size + size > options.maxSize) {
      unit = { tasks: [], seconds: 0, weight: 0, rank: weight, size: 0 };
      units.push(unit);
      open.set(affinity, unit);
    }
    unit.tasks.push(task);
    unit.seconds += means[task] ?? 0;
    unit.weight += weight;
    unit.size += size;
  }
  return units;
}

/** Indices, heaviest first; of equals the first. */
function sortedBy(weights: readonly number[]): number[] {
  return [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
}
