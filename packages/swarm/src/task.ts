/** What a task carries and what a runner answers: data, and nothing else. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json };

/** The smallest unit of work that is handed out. */
export interface Task {
  /** Unique in a plan and the same from run to run: what its history is kept under. */
  readonly key: string;
  /** Tasks of one kind take about as long; what is new is taken to last the median of its kind. */
  readonly kind: string;
  /** Tasks of one affinity share a set-up and stay together where that costs nothing; null: none. */
  readonly affinity: string | null;
  /** Counts against the cap of a block, in its source's own unit, such as bytes or lines. */
  readonly size: number;
  /** What the runner is given. */
  readonly payload: Json;
  /**
   * Names of the agents of a panel that are asked; absent: all. Plans set it where agents are workers of a
   * mesh, or where one more is asked because a verdict is uncertain.
   */
  readonly asks?: readonly string[];
}
