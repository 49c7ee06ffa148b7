import type { Block } from "../plan/plan.ts";

/** How often a block may be handed on: to somebody who takes it over, and from there on. */
const generations = 4;
/** So many names there may be at most, as people see them in the list of a run's artifacts. */
const mostNames = 900;

/**
 * What can be claimed, numbered through: a slot a block, list by list; then once more a slot a block for
 * whoever takes it over, and so on. On the board, block b of a list of n is block n + b once it is taken
 * over, and block 2n + b the second time.
 */
export interface BlockTable {
  readonly blocks: readonly Block[];
  readonly lists: readonly (readonly Block[])[];
  /** The slot of the first block of each list, and after the last list the number of all blocks. */
  readonly starts: readonly number[];
  /** How many slots there are. */
  readonly slots: number;
  /** Predicted seconds of all blocks. */
  readonly total: number;
  /** By task: the index of its block. */
  readonly blockOfTask: Int32Array;
  /** By task: predicted seconds. */
  readonly seconds: readonly number[];
}

export function createBlockTable(
  lists: readonly (readonly Block[])[],
  seconds: readonly number[],
): BlockTable {
  const starts = [0];
  for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.length);
  const blocks = lists.flat();
  const total = blocks.reduce((sum, block) => sum + block.seconds, 0);
  const slots = Math.max(blocks.length, Math.min(generations * blocks.length, mostNames));
  return { blocks, lists, starts, seconds, total, slots, blockOfTask: indexTasks(blocks, seconds) };
}

function indexTasks(blocks: readonly Block[], seconds: readonly number[]): Int32Array {
  const index = new Int32Array(seconds.length).fill(-1);
  for (const [at, { tasks }] of blocks.entries()) {
    for (const task of tasks) index[task] = at;
  }
  return index;
}

/** Whether a slot is a block that somebody takes over. */
export function isCopy({ blocks }: BlockTable, slot: number): boolean {
  return slot >= blocks.length;
}

export function blockOf({ blocks }: BlockTable, slot: number): Block {
  const block = blocks[slot % blocks.length];
  if (block === undefined) throw new RangeError(`there is no slot ${slot}`);
  return block;
}

/** How a slot is called on the board: the list and the number in it. */
export function placeOf(table: BlockTable, slot: number): { worker: number; block: number } {
  const { worker, block } = blockOf(table, slot);
  const generation = Math.floor(slot / table.blocks.length);
  return { worker, block: generation * (table.lists[worker]?.length ?? 0) + block };
}

/** The slot that a name on the board means; null: the plan has none such. */
export function slotAt(table: BlockTable, worker: number, block: number): number | null {
  const length = table.lists[worker]?.length ?? 0;
  const start = table.starts[worker];
  if (start === undefined || length === 0) return null;
  const slot = Math.floor(block / length) * table.blocks.length + start + (block % length);
  return slot < table.slots ? slot : null;
}
