import type { Task } from "@swarm-actions/swarm";

/** What a source came up with. */
export interface FoundTasks {
  /** Keys are unique. Empty is an answer too: whoever asked decides what it means. */
  readonly tasks: readonly Task[];
  /** Seconds that reports of earlier runs tell of, by task key; empty for most sources. */
  readonly seconds: ReadonlyMap<string, number>;
}

/** Where the tasks of a swarm come from. */
export interface TaskSource {
  /** @throws CodedError `tasks/…`, naming what was asked for and what to do */
  readonly find: (signal: AbortSignal) => Promise<FoundTasks>;
}
