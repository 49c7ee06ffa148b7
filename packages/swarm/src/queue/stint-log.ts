import type { BlockSpan } from "../collect/result.ts";
import { type BlockTable, placeOf } from "./block-table.ts";
import type { Stint } from "./mind/stint.ts";

/** The blocks that a worker did, as it tells of them: how many tasks of each, and from when to when. */
export class StintLog {
  readonly #table: BlockTable;
  readonly #spans: BlockSpan[] = [];
  #open: { stint: Stint; span: BlockSpan } | null = null;

  constructor(table: BlockTable) {
    this.#table = table;
  }

  /** All so far; the block at hand is the last one. */
  get spans(): readonly BlockSpan[] {
    return this.#open === null ? [...this.#spans] : [...this.#spans, this.#open.span];
  }

  begin(stint: Stint, at: number): void {
    if (this.#open?.stint === stint) return;
    this.close(at);
    const { worker, block } = placeOf(this.#table, stint.slot);
    const span = { block: `w${worker}-b${block}`, tasks: 0, startedAt: at, endedAt: at };
    this.#open = { stint, span: { ...span, how: stint.how } };
  }

  /** A task of the block at hand is done. */
  count(at: number): void {
    if (this.#open === null) return;
    const { span } = this.#open;
    this.#open = { ...this.#open, span: { ...span, tasks: span.tasks + 1, endedAt: at } };
  }

  close(at: number): void {
    if (this.#open !== null) this.#spans.push({ ...this.#open.span, endedAt: at });
    this.#open = null;
  }
}
