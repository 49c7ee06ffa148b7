import TinyQueue from "tinyqueue";
import type { Task } from "../task.ts";
import { cutList } from "./cut-blocks-shrink.ts";
import { type Unit, unitsOf } from "./cut-blocks-units.ts";
import type { Block, Prediction } from "./plan.ts";

export interface CutOptions {
  /** Of a task only `key`, `affinity` and `size` are looked at. */
  readonly tasks: readonly Task[];
  /** One a task, in the same order. */
  readonly predictions: readonly Prediction[];
  readonly workers: number;
  /** Seconds that one claim takes: a block has to be worth it. */
  readonly claimSeconds: number;
  /**
   * Seconds until the first, second, … worker is expected to be ready, ascending: list 0 is for whoever
   * comes first, and holds the longest task. Empty: all at once, as where lists belong to fixed workers.
   */
  readonly ready: readonly number[];
  /** What the sizes of a block may add up to; a single task may be larger. Infinity: no cap. */
  readonly maxSize: number;
  /** How many blocks there may be at most in all lists together. */
  readonly maxBlocks: number;
}

/**
 * Shares tasks out: what lasts longest, or may, goes first to the list that ends earliest; then each list
 * is cut into blocks that shrink towards its end, so that what is claimed late can be balanced well.
 * @returns one list a worker, perhaps empty; every task stands in exactly one block
 */
export function cutBlocks(options: CutOptions): readonly (readonly Block[])[] {
  const units = unitsOf(options);
  const lists = shareOut(units, options);
  const most = Math.max(1, Math.floor(options.maxBlocks / Math.max(1, options.workers)));
  return lists.map((list, worker) => cutList(list, worker, { ...options, most }));
}

interface Load {
  readonly list: number;
  seconds: number;
}

/** Longest first, always to the list that would end earliest. */
function shareOut(
  units: readonly Unit[],
  { workers, ready }: Pick<CutOptions, "workers" | "ready">,
): Unit[][] {
  const lists: Unit[][] = Array.from({ length: workers }, () => []);
  const loads = lists.map((_, list): Load => ({ list, seconds: ready[list] ?? 0 }));
  const queue = new TinyQueue(loads, (a, b) => a.seconds - b.seconds || a.list - b.list);
  for (const unit of units) {
    const load = queue.pop();
    if (load === undefined) break;
    lists[load.list]?.push(unit);
    load.seconds += unit.seconds;
    queue.push(load);
  }
  return lists;
}
