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
const [alikeHeads, alikeBlocks] = [0.75, 0.5];
/** Of many that are about as good, neighbours in number take ones far apart. */
const golden = 0.618034;

/**
 * The next free block: of the list that the worker has made its own, in order; else of a list that nobody
 * has begun, one whose first block lasts longest, which becomes its own, so that whoever is ready first
 * holds the longest task; else one of the largest that are left anywhere. Null: all is taken.
 */
export function chooseBlock(table: BlockTable, sight: Sight, chooser: Chooser): Choice | null {
  const next = chooser.own === null ? null : sight.front(chooser.own);
  if (next !== null) return { slot: next, how: "own" };
  const fresh = longestHead(table, sight, chooser.worker);
  if (fresh !== null) return { slot: table.starts[fresh] ?? 0, how: "own" };
  const slot = largestFree(table, sight, chooser.worker);
  return slot === null ? null : { slot, how: "stolen" };
}

/** Of the lists whose heads are about as good as the best, the first from the worker's own number on. */
function longestHead({ lists, starts, blocks }: BlockTable, sight: Sight, worker: number) {
  const heads = lists.map((_, list) => {
    const isFree = sight.isUntouched(list) && sight.front(list) !== null;
    return isFree ? (blocks[starts[list] ?? 0]?.seconds ?? 0) : -1;
  });
  const best = heads.reduce((most, seconds) => Math.max(most, seconds), -1);
  if (best < 0) return null;
  for (let step = 0; step < lists.length; step++) {
    const list = (worker + step) % lists.length;
    const seconds = heads[list] ?? -1;
    if (seconds >= 0 && seconds >= alikeHeads * best) return list;
  }
  return null;
}

function largestFree({ blocks }: BlockTable, sight: Sight, worker: number): number | null {
  const free = sight.freeBlocks();
  const secondsOf = (slot: number): number => blocks[slot]?.seconds ?? 0;
  const largest = free.reduce((most, slot) => Math.max(most, secondsOf(slot)), 0);
  const alike = free.filter((slot) => secondsOf(slot) >= alikeBlocks * largest);
  return alike[Math.floor(((worker * golden) % 1) * alike.length)] ?? null;
}
