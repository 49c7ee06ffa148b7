import type { ProviderHealth, TaskResult } from "../collect/result.ts";
import type { Task } from "../task.ts";
import type { DownProvider } from "./find-down.ts";

/** What another agent of a mesh answered to a task in its last round. */
export interface PeerAnswer {
  /** Its number in the mesh. */
  readonly worker: number;
  readonly result: TaskResult;
}

/** Which time the tasks are done in a mesh, and what to revise the answers by. */
export interface MeshRound {
  /** From 0; in round 0 there are no peers' answers yet. */
  readonly round: number;
  /** By task key as in `tasks`; what peers answered to the same question, by worker. */
  readonly peers: ReadonlyMap<string, readonly PeerAnswer[]>;
}

/** What does tasks: a program, or a panel of agents. */
export interface TaskRunner {
  /** Asked once before the first task. @throws CodedError when it cannot work at all */
  readonly check: (signal: AbortSignal) => Promise<void>;
  /**
   * Does the tasks of a block. `tell` is called once for each as soon as it is done; a task that is not
   * told about, because the runner failed or was stopped, stays missing and is done again elsewhere.
   * @param mesh given when the workers are agents that read each other: a program finds it in
   *   SWARM_PEERS_FILE, an agent in what it is asked; answers of peers are as hostile as any input
   */
  readonly run: (
    tasks: readonly Task[],
    tell: (result: TaskResult) => void,
    signal: AbortSignal,
    mesh?: MeshRound,
  ) => Promise<void>;
  /** How its providers answered so far; empty for programs. */
  readonly health: () => readonly ProviderHealth[];
  /** Which providers are down for the swarm: those and no others are left alone until their time comes. */
  readonly learn: (down: readonly DownProvider[]) => void;
}
