import TinyQueue from "tinyqueue";
import type { CutOptions } from "./cut-blocks-options.ts";
import { cutList } from "./cut-blocks-shrink.ts";
import { type Unit, unitsOf } from "./cut-blocks-units.ts";
import type { Block } from "./plan.ts";

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
