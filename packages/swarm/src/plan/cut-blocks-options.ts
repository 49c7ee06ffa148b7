import type { Task } from "../task.ts";
import type { Prediction } from "./plan.ts";

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
