import type { Conditions } from "./conditions.ts";
import { type ImaginedRun, imagineRuns, type Player } from "./imagined-run.ts";
import type { Candidate, Prediction } from "./plan.ts";
import type { PlanOptions } from "./plan-options.ts";
import { type ImaginedWork, imagineWork } from "./ways.ts";

/** Imagined runs: the same tasks on so many workers, played before they happen. */
export interface Forecast {
  /** What it comes to on average, each worker claiming and stealing. */
  readonly imagine: (workers: number) => Candidate;
  /** The same by the simulator, where that takes no longer than a plan may. */
  readonly playOut: (workers: number) => Candidate;
  /** The same when each does its own list, and claims nothing. */
  readonly imagineStatic: (workers: number) => Candidate;
  /** Seconds of the longest prediction, and of all together. */
  readonly longest: number;
  readonly work: number;
}

/** Each number of workers is played so many times, with the same seeds. */
const ways = 3;
const grainsPerWorker = 16;
/** Simulating so many workers takes some 30 ms a run, and it grows with their square. */
const mostInFull = 32;

type Frame = Pick<PlanOptions, "runnerPrice" | "besideMinutes" | "maxBlocks">;

export function forecastOf(
  predictions: readonly Prediction[],
  conditions: Conditions,
  frame: Frame,
): Forecast {
  const levels = new Map<number, ImaginedWork>();
  const workFor = (workers: number): ImaginedWork => {
    const most = 2 ** Math.ceil(Math.log2(grainsPerWorker * Math.max(8, workers)));
    const work = levels.get(most) ?? imagineWork(predictions, most, ways);
    levels.set(most, work);
    return work;
  };
  const imagine = (workers: number, player: Player): Candidate => {
    const runs = imagineRuns(player, workers, workFor(workers), conditions, frame.maxBlocks);
    return candidateOf(runs, conditions, frame);
  };
  return {
    imagine: (workers) => imagine(workers, "coarse"),
    playOut: (workers) => imagine(workers, workers <= mostInFull ? "full" : "coarse"),
    imagineStatic: (workers) => imagine(workers, "static"),
    longest: predictions.reduce((most, { mean }) => Math.max(most, mean), 0),
    work: predictions.reduce((sum, { mean }) => sum + mean, 0),
  };
}

function candidateOf(
  runs: readonly ImaginedRun[],
  conditions: Conditions,
  { runnerPrice, besideMinutes }: Frame,
): Candidate {
  const seconds = meanOf(runs, ({ left }) => Math.max(...left));
  const minutes = meanOf(runs, (run) => billedMinutes(run, conditions)) + besideMinutes;
  const workers = runs[0]?.left.length ?? 0;
  return { workers, seconds, billedMinutes: minutes, costUsd: minutes * runnerPrice };
}

/** Each job rounds up to a minute. What a worker waits for a machine before its job begins is free. */
function billedMinutes(
  { workers, left }: ImaginedRun,
  { workersAre, setupSeconds }: Conditions,
): number {
  if (workersAre === "processes") return Math.ceil(Math.max(...left) / 60);
  return left.reduce((sum, end, worker) => {
    const begun = Math.max(0, (workers[worker]?.ready ?? 0) - setupSeconds);
    return sum + Math.ceil((end - begun) / 60);
  }, 0);
}

function meanOf(runs: readonly ImaginedRun[], of: (run: ImaginedRun) => number): number {
  return runs.reduce((sum, run) => sum + of(run), 0) / Math.max(1, runs.length);
}
