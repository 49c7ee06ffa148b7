import type { Task } from "../task.ts";

/** Tasks that are claimed at once: one place in the list of one worker. */
export interface Block {
  /** In whose list it stands, from 0. */
  readonly worker: number;
  /** Its place in that list, from 0. */
  readonly block: number;
  /** Indices into the plan's tasks, in the order in which they are done. */
  readonly tasks: readonly number[];
  /** What they are predicted to last together on a worker of ordinary speed. */
  readonly seconds: number;
}

/** What a task is expected to last, in seconds, and how that is known. */
export interface Prediction {
  readonly mean: number;
  readonly variance: number;
  /** `size`: from tasks of its kind, by their sizes; `all`: from tasks of other kinds. */
  readonly from: "history" | "size" | "kind" | "all" | "default";
}

/** What one number of workers would come to. */
export interface Candidate {
  readonly workers: number;
  /** From the start of the first job to the end of the last. */
  readonly seconds: number;
  readonly billedMinutes: number;
  readonly costUsd: number;
}

/** Why there are as many workers as there are. */
export interface WorkerChoice {
  readonly workers: number;
  /** One sentence for people. */
  readonly why: string;
  /** Seconds; no schedule of these tasks on these workers can end sooner. */
  readonly lowerBound: number;
  readonly expected: Candidate;
  /** `expected.seconds` over the lower bound. */
  readonly rho: number;
  /** More workers than this cannot end sooner, as the longest task lasts as long as all the rest. */
  readonly saturation: number;
  /** What was looked at, by the number of workers. */
  readonly curve: readonly Candidate[];
}

/**
 * `flat`: workers, then one collector. `hierarchical`: groups of workers, each with a lead that merges its
 * group. `mesh`: every worker is an agent that does all tasks, and reads its peers between rounds.
 */
export type Topology = "flat" | "hierarchical" | "mesh";

/** Requests to GitHub's API. Artifacts and caches are reached by services of the run, which are no part of it. */
export interface ApiUse {
  readonly requests: number;
  /** The limit that came nearest to its end, and what was left of it; null: none was told. */
  readonly limit: { readonly requests: number; readonly left: number } | null;
}

/** What whoever planned tells whoever collects. Milliseconds since 1970. */
export interface PlanNote {
  /** When the job that planned began. */
  readonly startedAt: number;
  /** When the plan was put up, so that workers could start. */
  readonly endedAt: number;
  /** US dollars a minute of a runner; null: not known. */
  readonly runnerPrice: number | null;
  /** Whether one more voter may be asked while a verdict is uncertain. */
  readonly isAdaptive: boolean;
  /** Of an adaptive swarm: all that may be asked, those who were right most often first. */
  readonly agents?: readonly string[];
  /** What all of it may cost, in US dollars; left out: no limit. */
  readonly maxCost?: number;
  /** What the tasks are parts of, as commits; null: no change. */
  readonly change: { readonly base: string; readonly head: string } | null;
  /** What finding the tasks took of GitHub's API; left out: not known. */
  readonly api?: ApiUse;
}

/** Everything that workers have to know; it does not change once it is published. */
export interface SwarmPlan {
  readonly version: 1;
  /** Tells the swarms of one run apart: lower case letters, digits and dashes, at most 40. */
  readonly key: string;
  /** 0 for the first round; recovery and replanning count on. */
  readonly epoch: number;
  readonly topology: Topology;
  /** `queue`: workers claim blocks and steal. `static`: each does its own list and claims nothing. */
  readonly mode: "queue" | "static";
  readonly tasks: readonly Task[];
  /** One a task. */
  readonly predictions: readonly Prediction[];
  /** The blocks by worker, in the order in which they are to be done. */
  readonly lists: readonly (readonly Block[])[];
  readonly choice: WorkerChoice;
  /** Seconds that one claim is expected to take. */
  readonly claimSeconds: number;
  /** Seconds between two pages of a worker at least, where so many workers write; left out: a minute. */
  readonly pageSeconds?: number;
  readonly note?: PlanNote;
}
