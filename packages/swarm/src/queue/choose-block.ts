import type { BlockTable } from "./block-table.ts";
import type { Sight } from "./sight.ts";

/** How a worker came to a block. */
export type How = "own" | "stolen" | "speculative";

export interface Choice {
  readonly slot: number;
  readonly how: How;
}

/** Who chooses: workers that choose at one time take different ones of what is about as good. */
export interface Chooser {
  readonly worker: number;
  /** The list that it has made its own; null: none yet. */
  readonly own: number | null;
}

/** What comes to so much of the best is about as good. */
const [alikeHeads, alikeLists] = [0.75, 0.5];

/**
 * The next free block: of the list that the worker has made its own, in order; else of a list that nobody
 * has begun, one whose first block lasts longest, which becomes its own, so that whoever is ready first
 * holds the longest task; else the largest of a list with most left, which is its first. Null: all is taken.
 */
export function chooseBlock(table: BlockTable, sight: Sight, chooser: Chooser): Choice | null {
  const next = chooser.own === null ? null : sight.front(chooser.own);
  if (next !== null) return { slot: next, how: "own" };
  const fresh = longestHead(table, sight, chooser.worker);
  if (fresh !== null) return { slot: table.starts[fresh] ?? 0, how: "own" };
  const victim = fullest(table, sight, chooser.worker);
  const slot = victim === null ? null : sight.front(victim);
  return slot === null ? null : { slot, how: "stolen" };
}

function longestHead({ lists, starts, blocks }: BlockTable, sight: Sight, worker: number) {
  const headOf = (list: number): number => {
    if (!sight.isUntouched(list) || sight.front(list) === null) return -1;
    return blocks[starts[list] ?? 0]?.seconds ?? 0;
  };
  return pick(lists.length, worker, alikeHeads, headOf);
}

function fullest({ lists }: BlockTable, sight: Sight, worker: number): number | null {
  const freeIn = (list: number): number => (sight.front(list) === null ? -1 : sight.freeIn(list));
  return pick(lists.length, worker, alikeLists, freeIn);
}

/** Of the lists that are about as good as the best, the first from the worker's own number on. */
function pick(lists: number, worker: number, alike: number, worthOf: (list: number) => number) {
  let best = -1;
  for (let list = 0; list < lists; list++) best = Math.max(best, worthOf(list));
  if (best < 0) return null;
  for (let step = 0; step < lists; step++) {
    const list = (worker + step) % lists;
    const worth = worthOf(list);
    if (worth >= 0 && worth >= alike * best) return list;
  }
  return null;
}
