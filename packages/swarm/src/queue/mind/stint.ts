import type { How } from "../choose-block.ts";

/** A block that a worker does, and how far it is. */
export interface Stint {
  readonly slot: number;
  readonly how: How;
  readonly tasks: readonly number[];
  readonly since: number;
  /** Index of the task at hand, when it was begun, and the index after the last one to do. */
  at: number;
  begunAt: number;
  end: number;
}

export interface Work {
  /** Index into the plan's tasks. */
  readonly task: number;
  readonly stint: Stint;
}
