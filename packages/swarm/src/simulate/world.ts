import type { WorkerPace } from "../plan/lower-bound.ts";
import { createRandom, normal } from "./random.ts";
import type { WorldOptions } from "./simulation.ts";

/** A worker as it will really be. No policy sees this. */
export interface SimulatedWorker extends WorkerPace {
  /** When it dies, in seconds; Infinity: never. */
  readonly dies: number;
}

/** The workers of one round, drawn from the seed: the same for every policy. */
export function drawWorkers(world: WorldOptions, round: number, work: number): SimulatedWorker[] {
  const random = createRandom(world.seed * 1009 + round * 31 + 7);
  return Array.from({ length: world.workers }, () => {
    const ready = world.readyMedian * Math.exp(world.readySigma * normal(random));
    const speed = Math.exp(world.speedSigma * normal(random));
    const isLost = random() < world.faults.lostWorkers;
    const alive = random() * 1.5 * (work / world.workers + 2 * world.claimSeconds);
    return { ready, speed, dies: isLost ? ready + alive : Number.POSITIVE_INFINITY };
  });
}
