/** What one worker does at the moment. */
export interface WorkerProgress {
  readonly worker: number;
  readonly state: "starting" | "working" | "idle" | "ended";
  /** The block at hand, `w3-b0`: in whose list it stands, and its place there; null: none. */
  readonly block: string | null;
  /** The task at hand, by its key; null: none. */
  readonly task: string | null;
  /** Tasks it has done in this round. */
  readonly done: number;
}

/** How far a swarm is. */
export interface SwarmProgress {
  readonly epoch: number;
  /** Of this round. */
  readonly tasks: number;
  readonly done: number;
  readonly failed: number;
  /** Blocks of this round, and those of which every task has ended. */
  readonly blocks: number;
  readonly blocksDone: number;
  readonly workers: readonly WorkerProgress[];
  /** Seconds until this round is expected to end; null: not known. */
  readonly secondsLeft: number | null;
}
