import { cutBlocks } from "../plan/cut-blocks.ts";
import { expectedReady } from "../plan/cut-blocks-ready.ts";
import { playLists } from "./play-lists.ts";
import { playRound } from "./play-round.ts";
import type { Round, RoundResult } from "./round.ts";
import { QueueWorker } from "./simulated-queue.ts";
import type { PolicyName } from "./simulation.ts";

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
  return playLists(
    lists,
    predictions.map(({ mean }) => mean),
    round,
  );
}

function playQueue(round: Round, batches: readonly (readonly number[])[]): RoundResult {
  const { actual } = round;
  return playRound(
    round,
    (facts, worker, stage) => new QueueWorker({ ...stage, facts, worker, batches, actual }),
  );
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
