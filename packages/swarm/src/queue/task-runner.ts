import type { ProviderHealth, TaskResult } from "../collect/result.ts";
import type { Task } from "../task.ts";

/** What does tasks: a program, or a panel of agents. */
export interface TaskRunner {
  /** Asked once before the first task. @throws CodedError when it cannot work at all */
  readonly check: (signal: AbortSignal) => Promise<void>;
  /**
   * Does the tasks of a block. `tell` is called once for each as soon as it is done; a task that is not
   * told about, because the runner failed or was stopped, stays missing and is done again elsewhere.
   */
  readonly run: (
    tasks: readonly Task[],
    tell: (result: TaskResult) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  /** How its providers answered so far; empty for programs. */
  readonly health: () => readonly ProviderHealth[];
  /** What other workers met, so that a provider that is down for them is not asked here. */
  readonly learn: (peers: readonly ProviderHealth[]) => void;
}
