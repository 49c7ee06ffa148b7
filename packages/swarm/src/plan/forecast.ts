import { drawWorkers, type SimulatedWorker } from "../simulate/world.ts";
import type { Conditions } from "./conditions.ts";
import { cutBlocks } from "./cut-blocks.ts";
import { expectedReady } from "./cut-blocks-ready.ts";
import type { Block, Candidate, Prediction } from "./plan.ts";
import type { PlanOptions } from "./plan-options.ts";
import { playBlocks } from "./play-blocks.ts";
import { type ImaginedWork, imagineWork } from "./ways.ts";

/** Imagined runs: the same tasks on so many workers, played before they happen. */
export interface Forecast {
  /** What it comes to on average, each worker claiming and stealing. */
  readonly imagine: (workers: number) => Candidate;
  /** The same when each does its own list, and claims nothing. */
  readonly imagineStatic: (workers: number) => Candidate;
  /** Seconds of the longest prediction, and of all together. */
  readonly longest: number;
  readonly work: number;
}

/** Each number of workers is played so many times, with the same seeds. */
const ways = 3;
const grainsPerWorker = 16;

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
  const imagine = (workers: number, mode: "queue" | "static"): Candidate =>
    candidateOf(play(workers, mode, workFor(workers), conditions, frame), conditions, frame);
  return {
    imagine: (workers) => imagine(workers, "queue"),
    imagineStatic: (workers) => imagine(workers, "static"),
    longest: predictions.reduce((most, { mean }) => Math.max(most, mean), 0),
    work: predictions.reduce((sum, { mean }) => sum + mean, 0),
  };
}

/** When each worker was ready and ended in an imagined run. */
interface Played {
  readonly workers: readonly SimulatedWorker[];
  readonly ends: readonly number[];
}

function play(
  workers: number,
  mode: "queue" | "static",
  { tasks, predictions, ways }: ImaginedWork,
  conditions: Conditions,
  { maxBlocks }: Frame,
): readonly Played[] {
  const { claimSeconds } = conditions;
  const ready = mode === "static" ? [] : expectedReady(workers, conditions.ready);
  const sharing = { tasks, predictions, workers, claimSeconds, ready };
  const lists = cutBlocks({
    ...sharing,
    maxSize: Number.POSITIVE_INFINITY,
    maxBlocks,
  });
  return ways.map((actual, seed) => {
    const drawn = drawWorkers(worldOf(workers, seed, conditions), 0, 0);
    const options = { lists, workers: drawn, actual, claimSeconds };
    return {
      workers: drawn,
      ends: mode === "static" ? endsOf(lists, drawn, actual) : playBlocks(options),
    };
  });
}

function endsOf(
  lists: readonly (readonly Block[])[],
  workers: readonly SimulatedWorker[],
  actual: readonly number[],
): number[] {
  return workers.map(({ ready, speed }, worker) => {
    const tasks = lists[worker]?.flatMap((block) => block.tasks) ?? [];
    return ready + tasks.reduce((sum, task) => sum + (actual[task] ?? 0), 0) / speed;
  });
}

function worldOf(workers: number, seed: number, conditions: Conditions) {
  const { claimSeconds, speedSigma, ready } = conditions;
  const faults = { lostWorkers: 0, burntNames: 0, lostResponses: 0, lateListings: 0, waits: 0 };
  const times = { readyMedian: ready.median, readySigma: ready.sigma, speedSigma, claimSeconds };
  return { seed, workers, ...times, faults };
}

function candidateOf(
  played: readonly Played[],
  conditions: Conditions,
  { runnerPrice, besideMinutes }: Frame,
): Candidate {
  const seconds = meanOf(played, ({ ends }) => Math.max(...ends));
  const minutes = meanOf(played, (run) => billedMinutes(run, conditions)) + besideMinutes;
  const workers = played[0]?.ends.length ?? 0;
  return { workers, seconds, billedMinutes: minutes, costUsd: minutes * runnerPrice };
}

/** Each job rounds up to a minute. What a worker waits for a machine before its job begins is free. */
function billedMinutes(
  { workers, ends }: Played,
  { workersAre, setupSeconds }: Conditions,
): number {
  if (workersAre === "processes") return Math.ceil(Math.max(...ends) / 60);
  return ends.reduce((sum, end, worker) => {
    const begun = Math.max(0, (workers[worker]?.ready ?? 0) - setupSeconds);
    return sum + Math.ceil((end - begun) / 60);
  }, 0);
}

function meanOf(played: readonly Played[], of: (run: Played) => number): number {
  return played.reduce((sum, run) => sum + of(run), 0) / Math.max(1, played.length);
}
