import type { Board } from "./board.ts";
import type { Clock } from "./clock.ts";
import type { TaskRunner } from "./task-runner.ts";

export interface WorkOptions {
  /** Its number in the matrix, from 0. */
  readonly worker: number;
  readonly attempt: number;
  /** What fails on either is borne here; telling it is for whoever hands them in. */
  readonly board: Board;
  readonly runner: TaskRunner;
  readonly clock: Clock;
  /** 0–1, evenly. */
  readonly random: () => number;
  /** When its job began, in milliseconds since 1970; left out: not known. */
  readonly startedAt?: number;
  /** Stops it; results so far are put up all the same. */
  readonly signal: AbortSignal;
}
