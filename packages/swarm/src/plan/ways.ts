import { createRandom, normal } from "../simulate/random.ts";
import type { Task } from "../task.ts";
import { type Grain, grainsOf } from "./grains.ts";
import type { Prediction } from "./plan.ts";

/** Work as it is imagined: what is known of it, and some ways in which it may turn out. */
export interface ImaginedWork {
  readonly tasks: readonly Task[];
  readonly predictions: readonly Prediction[];
  /** Seconds by task, a list a way. */
  readonly ways: readonly (readonly number[])[];
}

/** @param most about how many tasks are looked at: short ones are put together */
export function imagineWork(
  predicted: readonly Prediction[],
  most: number,
  ways: number,
): ImaginedWork {
  const grains = grainsOf(predicted, most);
  return {
    tasks: grains.map((_, at) => taskOf(at)),
    predictions: grains.map((grain) => ({ ...grain, from: "history" })),
    ways: Array.from({ length: ways }, (_, seed) => {
      const random = createRandom(seed + 1);
      return asMuchWork(
        grains,
        grains.map((grain) => draw(grain, random)),
      );
    }),
  };
}

/** A few ways are too few for their work to average out to what is predicted; so each is made to. */
function asMuchWork(grains: readonly Grain[], drawn: readonly number[]): readonly number[] {
  const predicted = grains.reduce((sum, { mean }) => sum + mean, 0);
  const total = drawn.reduce((sum, seconds) => sum + seconds, 0);
  return total > 0 ? drawn.map((seconds) => (seconds * predicted) / total) : drawn;
}

function taskOf(at: number): Task {
  return { key: `${at}`, kind: "grain", affinity: null, size: 0, payload: null };
}

/** Log-normal, with the mean and the variance that are predicted. */
function draw({ mean, variance }: Grain, random: () => number): number {
  if (mean <= 0) return 0;
  const sigma = Math.sqrt(Math.log1p(variance / (mean * mean)));
  return mean * Math.exp(sigma * normal(random) - (sigma * sigma) / 2);
}
