import { playLists } from "../simulate/play-lists.ts";
import { noFaults, type WorldOptions } from "../simulate/simulation.ts";
import { drawWorkers, type SimulatedWorker } from "../simulate/world.ts";
import type { Conditions } from "./conditions.ts";
import { cutBlocks } from "./cut-blocks.ts";
import { expectedReady } from "./cut-blocks-ready.ts";
import type { Block } from "./plan.ts";
import { playBlocks } from "./play-blocks.ts";
import type { ImaginedWork } from "./ways.ts";

/**
 * `coarse`: workers claim and steal, as blocks and seconds alone tell. `full`: with the mind that they will
 * really have, on a simulated board. `static`: each does its own list.
 */
export type Player = "coarse" | "full" | "static";

/** One run that has not happened; seconds. */
export interface ImaginedRun {
  readonly workers: readonly SimulatedWorker[];
  /** When each worker's job ended, one that came too late to do anything among them: all are waited for. */
  readonly left: readonly number[];
}

/** So many workers on imagined work: one run for each way in which the work may turn out. */
export function imagineRuns(
  player: Player,
  workers: number,
  { tasks, predictions, ways }: ImaginedWork,
  conditions: Conditions,
  maxBlocks: number,
): ImaginedRun[] {
  const { claimSeconds } = conditions;
  const ready = player === "static" ? [] : expectedReady(workers, conditions.ready);
  const sharing = { tasks, predictions, workers, claimSeconds, ready };
  const lists = cutBlocks({ ...sharing, maxSize: Number.POSITIVE_INFINITY, maxBlocks });
  const seconds = predictions.map(({ mean }) => mean);
  return ways.map((actual, seed) => {
    const world = worldOf(workers, seed, conditions);
    const drawn = drawWorkers(world, 0, 0);
    const left = players[player]({ lists, seconds, workers: drawn, actual, world });
    return { workers: drawn, left };
  });
}

interface Scene {
  readonly lists: readonly (readonly Block[])[];
  /** What each task is predicted to last, and what it lasts. */
  readonly seconds: readonly number[];
  readonly actual: readonly number[];
  readonly workers: readonly SimulatedWorker[];
  readonly world: WorldOptions;
}

const players: Readonly<Record<Player, (scene: Scene) => ImaginedRun["left"]>> = {
  coarse: ({ world, ...scene }) => playBlocks({ ...scene, claimSeconds: world.claimSeconds }),
  full: ({ lists, seconds, ...scene }) =>
    playLists(lists, seconds, { ...scene, seed: scene.world.seed }).left,
  static: ({ lists, actual, workers }) =>
    workers.map(({ ready, speed }, worker) => {
      const tasks = lists[worker]?.flatMap((block) => block.tasks) ?? [];
      return ready + tasks.reduce((sum, task) => sum + (actual[task] ?? 0), 0) / speed;
    }),
};

function worldOf(workers: number, seed: number, conditions: Conditions): WorldOptions {
  const { claimSeconds, speedSigma, ready } = conditions;
  const times = { readyMedian: ready.median, readySigma: ready.sigma, speedSigma, claimSeconds };
  return { seed, workers, ...times, faults: noFaults };
}
