import type { Collected, SwarmPlan } from "@swarm-actions/swarm";
import { collectBoard } from "../boards/collect-board.ts";
import { createFolderBoard } from "../boards/folder-board.ts";
import { findPlans, publishPlan, type SwarmOnBoard } from "../boards/plans.ts";
import {
  startWorker,
  type WorkerExit,
  type WorkerProgram,
  type WorkerWatch,
} from "../workers/start-worker.ts";
import { RoundProgress } from "./round-progress.ts";
import type { SwarmProgress } from "./swarm-progress.ts";

export interface LocalSwarm {
  readonly key: string;
  /** Of the board; it stays, so that the swarm can be gone on with. */
  readonly folder: string;
  /** Null: go on with what the folder holds. */
  readonly plan: SwarmPlan | null;
  readonly program: WorkerProgram;
  /** How many rounds may follow the first. */
  readonly rounds: number;
  /** Per cent of the tasks that are enough; 100: all. */
  readonly minCoverage: number;
  /** Plans a further round, for what is missing or uncertain; null: there is nothing to do any more. */
  readonly planRound: (
    collected: Collected,
    epoch: number,
  ) => SwarmPlan | null | Promise<SwarmPlan | null>;
  readonly onProgress: (progress: SwarmProgress) => void;
  readonly onLine: WorkerWatch["onLine"];
  /** Stops the workers; what they did so far is collected all the same. */
  readonly signal: AbortSignal;
}

export interface LocalOutcome {
  readonly collected: Collected;
  /** Rounds that were run now. */
  readonly rounds: number;
  readonly wasStopped: boolean;
  /** Workers that did not end well, of all rounds. */
  readonly losses: readonly WorkerExit[];
}

/** Local swarms know no second attempt: going on is a further round. */
const attempt = 1;
/** Of the board, when nothing is to be stopped any more. */
const never = new AbortController().signal;

/**
 * Runs a whole swarm in processes of this machine: workers, collecting, and further rounds for what is
 * missing. Stopped, it gives what there is; the folder holds it, and `plan: null` goes on from there.
 * @throws CodedError `board/no-plan`: there is nothing to go on with; `board/unavailable`, `plan/invalid`
 */
export async function runLocally(swarm: LocalSwarm): Promise<LocalOutcome> {
  const { key, folder, minCoverage, signal } = swarm;
  const on: SwarmOnBoard = { board: await createFolderBoard(folder), key, attempt };
  const losses: WorkerExit[] = [];
  let rounds = 0;
  let isVain = false;
  const work = async (plan: SwarmPlan): Promise<void> => {
    await publishPlan(on, plan, never);
    const lost = await runRound(swarm, plan);
    isVain = plan.lists.length > 0 && lost.filter(couldNotWork).length === plan.lists.length;
    losses.push(...lost);
    rounds++;
  };
  if (swarm.plan !== null) await work(swarm.plan);
  for (;;) {
    const collected = await collectBoard(on, { minCoverage }, never);
    const isOver = rounds > swarm.rounds || signal.aborted || isVain;
    const next = isOver ? null : await swarm.planRound(collected, await nextEpoch(on));
    if (next === null) return { collected, rounds, wasStopped: signal.aborted, losses };
    await work(next);
  }
}

/** Its runner is not fit, or it was never started: another round would end the same. */
function couldNotWork({ code, fault }: WorkerExit): boolean {
  return code === 1 || fault !== null;
}

async function nextEpoch(on: SwarmOnBoard): Promise<number> {
  const plans = await findPlans(on, never);
  return Math.max(...plans.map(({ plan }) => plan.epoch)) + 1;
}

/** @returns the workers that did not end well */
async function runRound(swarm: LocalSwarm, plan: SwarmPlan): Promise<readonly WorkerExit[]> {
  const { program, folder, key, signal } = swarm;
  const progress = new RoundProgress(plan);
  const report = (): void => swarm.onProgress(progress.now());
  const watch: WorkerWatch = {
    onLine: swarm.onLine,
    onEvent: (worker, event) => {
      progress.tell(worker, event);
      report();
    },
  };
  report();
  const exits = await Promise.all(
    plan.lists.map(async (_, worker) => {
      const call = { folder, key, attempt, epoch: plan.epoch, worker };
      const exit = await startWorker(program, call, watch, signal);
      progress.end(worker);
      report();
      return exit;
    }),
  );
  return exits.filter(({ code }) => code !== 0);
}
