import { type BlockTable, blockOf, isCopy } from "./block-table.ts";

/** What one worker knows of the board and of what is done. It only ever grows. */
export class Sight {
  readonly #table: BlockTable;
  /** By slot: since when it is known to be taken, in seconds; NaN: free as far as is known. */
  readonly #takenAt: Float64Array;
  /** By list: the first block that is not known to be taken. */
  readonly #fronts: number[];
  readonly #done = new Set<number>();
  /** By block: how many of its tasks are not known to be done. */
  readonly #left: Int32Array;
  /** By slot: the task that its worker said to be in. */
  readonly #atHand = new Map<number, number>();
  #copied = 0;
  #claims = 0;

  constructor(table: BlockTable) {
    this.#table = table;
    this.#takenAt = new Float64Array(table.slots).fill(Number.NaN);
    this.#left = Int32Array.from(table.blocks, ({ tasks }) => tasks.length);
    this.#fronts = table.lists.map((_, list) => table.starts[list] ?? 0);
  }

  take(slot: number, at: number): void {
    if (this.isTaken(slot)) return;
    this.#takenAt[slot] = at;
    this.#claims += 1;
    if (!isCopy(this.#table, slot)) this.#moveFront(slot);
    else if (this.atHand(slot - this.#table.blocks.length) === null)
      this.#copied += this.restOf(slot).reduce((sum, task) => sum + this.#secondsOf(task), 0);
  }

  /** A worker has told that it has the result of a task. */
  finish(task: number): void {
    if (this.#done.has(task)) return;
    this.#done.add(task);
    const block = this.#table.blockOfTask[task] ?? -1;
    this.#left[block] = (this.#left[block] ?? 0) - 1;
  }

  /** Free blocks of which everything is done need nobody any more. */
  closeDone(at: number): void {
    const { blocks } = this.#table;
    for (let slot = 0; slot < blocks.length; slot++) {
      if (!this.isTaken(slot) && this.isThrough(slot)) this.take(slot, at);
    }
  }

  /** A worker offers what is left of a block, and has told what of it is done. */
  hold(slot: number): void {
    const [task] = this.restOf(slot);
    if (task !== undefined) this.#atHand.set(slot, task);
  }

  /** The task that the worker of a slot said to be in; null: it said nothing. */
  atHand(slot: number): number | null {
    return this.#atHand.get(slot) ?? null;
  }

  isTaken(slot: number): boolean {
    return !Number.isNaN(this.#takenAt[slot]);
  }

  isDone(task: number): boolean {
    return this.#done.has(task);
  }

  /** NaN: it is not taken. */
  takenAt(slot: number): number {
    return this.#takenAt[slot] ?? Number.NaN;
  }

  /** How many slots are known to be taken: as long as it stays, so does what is free. */
  get claims(): number {
    return this.#claims;
  }

  /** Predicted seconds of what was taken over, as far as is known. */
  get copied(): number {
    return this.#copied;
  }

  /** Whether all tasks of a slot's block are known to be done. */
  isThrough(slot: number): boolean {
    return this.#left[slot % this.#table.blocks.length] === 0;
  }

  /** The block's tasks that are not known to be done, in the order of the slot's worker. */
  restOf(slot: number): number[] {
    const { tasks } = blockOf(this.#table, slot);
    const rest = tasks.filter((task) => !this.#done.has(task));
    const generation = Math.floor(slot / this.#table.blocks.length);
    return generation % 2 === 0 ? rest : rest.reverse();
  }

  /** The first free slot of a list; null: none. */
  front(list: number): number | null {
    const front = this.#fronts[list] ?? 0;
    return front < (this.#table.starts[list + 1] ?? 0) ? front : null;
  }

  /** The slots of all blocks that nobody is known to have. */
  freeBlocks(): number[] {
    const slots: number[] = [];
    for (let list = 0; list < this.#fronts.length; list++) {
      const end = this.#table.starts[list + 1] ?? 0;
      for (let slot = this.#fronts[list] ?? 0; slot < end; slot++) {
        if (!this.isTaken(slot)) slots.push(slot);
      }
    }
    return slots;
  }

  /** Whether nobody is known to have begun a list. */
  isUntouched(list: number): boolean {
    return this.front(list) === this.#table.starts[list];
  }

  #secondsOf(task: number): number {
    return this.#table.seconds[task] ?? 0;
  }

  #moveFront(slot: number): void {
    const { worker: list } = blockOf(this.#table, slot);
    const end = this.#table.starts[list + 1] ?? 0;
    let front = this.#fronts[list] ?? 0;
    while (front < end && this.isTaken(front)) front++;
    this.#fronts[list] = front;
  }
}
