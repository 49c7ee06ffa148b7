import { cutBlocks } from "../plan/cut-blocks.ts";
import { expectedReady } from "../plan/cut-blocks-ready.ts";
import type { Block, Prediction } from "../plan/plan.ts";
import { createBlockTable } from "../queue/block-table.ts";
import type { Task } from "../task.ts";
import { createRandom } from "./random.ts";
import { type BoardOptions, SimulatedBoard } from "./simulated-board.ts";
import { DrivenWorker } from "./simulated-mind.ts";
import { QueueWorker } from "./simulated-queue.ts";
import type { PolicyName, WorldOptions } from "./simulation.ts";
import { Timeline } from "./timeline.ts";
import type { SimulatedWorker } from "./world.ts";

/** One round of work as a policy meets it; it looks at `actual` and `workers` only to live through them. */
export interface Round {
  readonly tasks: readonly Task[];
  readonly predictions: readonly Prediction[];
  readonly actual: readonly number[];
  readonly workers: readonly SimulatedWorker[];
  readonly world: WorldOptions;
  readonly seed: number;
}

/** What came of a round. */
export interface RoundResult {
  /** Indices of the tasks that have a result, as each worker put them up. */
  readonly pages: readonly { readonly worker: number; readonly tasks: readonly number[] }[];
  /** When each worker ended its last task, and when its job ended; seconds. */
  readonly ends: readonly number[];
  readonly left: readonly number[];
  readonly claims: number;
  readonly conflicts: number;
  readonly steals: number;
}

type Policy = (round: Round) => RoundResult;

export const policies: Readonly<Record<PolicyName, Policy>> = {
  chunking: (round) => playStatic(round, chunk(round)),
  lpt: (round) => playStatic(round, longestFirst(round)),
  guided: (round) => playQueue(round, guidedBatches(round)),
  "one-by-one": (round) =>
    playQueue(
      round,
      inOrder(round).map((task) => [task]),
    ),
  ours: playOurs,
};

function playOurs(round: Round): RoundResult {
  const { tasks, predictions, world, workers } = round;
  const ready = { median: world.readyMedian, sigma: world.readySigma };
  const lists = cutBlocks({
    tasks,
    predictions,
    workers: workers.length,
    claimSeconds: world.claimSeconds,
    ready: expectedReady(workers.length, ready),
    maxSize: Number.POSITIVE_INFINITY,
    maxBlocks: 900,
  });
  return playBlocks(
    lists,
    predictions.map(({ mean }) => mean),
    round,
  );
}

/** Workers with the mind of real ones, on lists that are cut already. */
function playBlocks(
  lists: readonly (readonly Block[])[],
  seconds: readonly number[],
  round: Pick<Round, "actual" | "workers" | "world" | "seed">,
): RoundResult {
  const { world, actual, workers, seed } = round;
  const table = createBlockTable(lists, seconds);
  const timeline = new Timeline();
  const board = new SimulatedBoard(boardOptions(round, timeline));
  const driven = workers.map((facts, at) => {
    const random = createRandom(seed + at * 7919);
    const mind = { worker: at, table, claimSeconds: world.claimSeconds, random };
    return new DrivenWorker({ timeline, board, facts, mind, actual });
  });
  timeline.run();
  return { pages: board.pages, ...endsOf(driven), ...sums(driven) };
}

function playQueue(round: Round, batches: readonly (readonly number[])[]): RoundResult {
  const timeline = new Timeline();
  const board = new SimulatedBoard(boardOptions(round, timeline));
  const queue = round.workers.map(
    (facts, worker) =>
      new QueueWorker({ timeline, board, facts, worker, batches, actual: round.actual }),
  );
  timeline.run();
  return { pages: board.pages, ...endsOf(queue), ...sums(queue) };
}

/** Each worker does its own list and claims nothing; what a worker that dies has done is lost with it. */
function playStatic(
  { workers, actual }: Round,
  lists: readonly (readonly number[])[],
): RoundResult {
  const pages: { worker: number; tasks: readonly number[] }[] = [];
  const ends = workers.map(({ ready, speed, dies }, worker) => {
    const list = lists[worker] ?? [];
    const seconds = list.reduce((sum, task) => sum + (actual[task] ?? 0), 0);
    const end = list.length === 0 ? 0 : ready + seconds / speed;
    if (end < dies && list.length > 0) pages.push({ worker, tasks: list });
    return Math.min(end, dies);
  });
  const left = ends.map((end, worker) => Math.max(end, workers[worker]?.ready ?? 0));
  return { pages, ends, left, claims: 0, conflicts: 0, steals: 0 };
}

function chunk({ tasks, workers }: Round): number[][] {
  const each = Math.ceil(tasks.length / workers.length);
  const all = tasks.map((_, at) => at);
  return workers.map((_, worker) => all.slice(worker * each, (worker + 1) * each));
}

function longestFirst(round: Round): number[][] {
  const lists = round.workers.map((): number[] => []);
  const loads = lists.map(() => 0);
  for (const task of inOrder(round)) {
    const least = loads.indexOf(Math.min(...loads));
    lists[least]?.push(task);
    loads[least] = (loads[least] ?? 0) + (round.predictions[task]?.mean ?? 0);
  }
  return lists;
}

/** Guided self-scheduling: each batch is a fixed share of what is left by prediction, and worth its claim. */
function guidedBatches(round: Round): number[][] {
  const batches: number[][] = [];
  let rest = round.predictions.reduce((sum, { mean }) => sum + mean, 0);
  let [batch, seconds] = [[] as number[], 0];
  for (const task of inOrder(round)) {
    batch.push(task);
    seconds += round.predictions[task]?.mean ?? 0;
    if (seconds < Math.max(round.world.claimSeconds, rest / (2 * round.workers.length))) continue;
    batches.push(batch);
    rest -= seconds;
    [batch, seconds] = [[], 0];
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}

/** Longest first, by prediction. */
function inOrder({ predictions }: Round): number[] {
  const mean = (task: number): number => predictions[task]?.mean ?? 0;
  return [...predictions.keys()].sort((a, b) => mean(b) - mean(a) || a - b);
}

function boardOptions(
  { world, seed }: Pick<Round, "world" | "seed">,
  timeline: Timeline,
): BoardOptions {
  const { claimSeconds, faults } = world;
  return { timeline, claimSeconds, faults, random: createRandom(seed + 1) };
}

function endsOf(workers: readonly { readonly endedAt: number; readonly leftAt: number }[]) {
  return { ends: workers.map(({ endedAt }) => endedAt), left: workers.map(({ leftAt }) => leftAt) };
}

interface Counts {
  readonly claims: number;
  readonly conflicts: number;
  readonly steals: number;
}

function sums(workers: readonly Counts[]): Counts {
  const sum = (pick: (worker: Counts) => number): number =>
    workers.reduce((total, worker) => total + pick(worker), 0);
  return {
    claims: sum(({ claims }) => claims),
    conflicts: sum(({ conflicts }) => conflicts),
    steals: sum(({ steals }) => steals),
  };
}
