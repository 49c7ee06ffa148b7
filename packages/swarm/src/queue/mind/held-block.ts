import { type BlockTable, blockOf } from "../block-table.ts";
import type { How } from "../choose-block.ts";
import type { Sight } from "../sight.ts";
import type { Stint } from "./stint.ts";

interface HeldOptions {
  readonly table: BlockTable;
  readonly sight: Sight;
  readonly claimSeconds: number;
  /** Told when a block is over: done, handed over or given up, but not when its claim was lost. */
  readonly onEnd: (slot: number) => void;
}

/** The block at hand: which of its tasks is next, and when it is over. */
export class HeldBlock {
  readonly #options: HeldOptions;
  readonly #mine = new Set<number>();
  #stint: Stint | null = null;

  constructor(options: HeldOptions) {
    this.#options = options;
  }

  /** As it was when it was last looked at; it may be over. */
  get stint(): Stint | null {
    return this.#stint;
  }

  /** Whether this worker has, or had, the slot. */
  isMine = (slot: number): boolean => this.#mine.has(slot);

  start(slot: number, how: How, tasks: readonly number[], now: number): Stint | null {
    this.#mine.add(slot);
    this.#stint = { slot, how, tasks, since: now, at: 0, begunAt: now, end: tasks.length };
    return this.current(now);
  }

  /** Null: none, or it is done, handed over or given up. */
  current(now: number): Stint | null {
    const stint = this.#stint;
    if (stint === null) return null;
    const { sight, onEnd } = this.#options;
    while (stint.at < stint.tasks.length && sight.isDone(stint.tasks[stint.at] ?? -1)) stint.at++;
    const isOver = stint.at >= stint.end || now > this.endOfCopy(stint);
    if (!isOver) return stint;
    this.#stint = null;
    onEnd(stint.slot);
    return null;
  }

  /** Somebody else was sooner. */
  lose(slot: number): void {
    this.#mine.delete(slot);
    if (this.#stint?.slot === slot) this.#stint = null;
  }

  /** Somebody took over what comes after the task at hand, as this worker was late: the rest is theirs. */
  handOver(copy: number): void {
    const stint = this.#stint;
    if (stint === null || copy !== stint.slot + this.#options.table.blocks.length) return;
    if (this.isMine(copy)) return;
    stint.end = Math.min(stint.end, stint.at + 1);
  }

  /** What nobody says anything of may be one long task: then its copy is given up. */
  endOfCopy({ slot, at, begunAt, tasks }: Stint): number {
    const { table, sight, claimSeconds } = this.#options;
    const held = slot - table.blocks.length;
    if (held < 0 || at < tasks.length - 1 || sight.atHand(held) !== null)
      return Number.POSITIVE_INFINITY;
    return begunAt + 2 * (table.seconds[tasks[at] ?? -1] ?? 0) + 2 * claimSeconds;
  }

  /** When it should be through, by what is predicted. */
  expectedEnd({ slot, since }: Stint): number {
    return since + blockOf(this.#options.table, slot).seconds;
  }
}
