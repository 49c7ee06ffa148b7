import type { Prediction } from "../plan/plan.ts";
import type { Task } from "../task.ts";
import type { WorldOptions } from "./simulation.ts";
import type { SimulatedWorker } from "./world.ts";

/** One round of work as a policy meets it; it looks at `actual` and `workers` only to live through them. */
export interface Round {
  readonly tasks: readonly Task[];
  readonly predictions: readonly Prediction[];
  readonly actual: readonly number[];
  readonly workers: readonly SimulatedWorker[];
  readonly world: WorldOptions;
  readonly seed: number;
}

/** What came of a round. */
export interface RoundResult {
  /** Indices of the tasks that have a result, as each worker put them up. */
  readonly pages: readonly { readonly worker: number; readonly tasks: readonly number[] }[];
  /** When each worker ended its last task, and when its job ended; seconds. */
  readonly ends: readonly number[];
  readonly left: readonly number[];
  readonly claims: number;
  readonly conflicts: number;
  readonly steals: number;
}
