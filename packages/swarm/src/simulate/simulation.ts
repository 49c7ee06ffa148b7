import type { Prediction } from "../plan/plan.ts";
import type { Task } from "../task.ts";

/** How work is given out. All but `ours` are there to be compared with. */
export type PolicyName = "chunking" | "lpt" | "guided" | "one-by-one" | "ours";

export const policyNames: readonly PolicyName[] = [
  "chunking",
  "lpt",
  "guided",
  "one-by-one",
  "ours",
];

/** What goes wrong: probabilities, 0–1. */
export interface SimulatedFaults {
  /** That a worker dies, a worker. */
  readonly lostWorkers: number;
  /** That a name is taken and never shows, a claim. */
  readonly burntNames: number;
  /** That the answer is lost, a claim. */
  readonly lostResponses: number;
  /** That a claim shows in lists only seconds later, a claim. */
  readonly lateListings: number;
  /** That the service asks to wait, a request. */
  readonly waits: number;
}

export const noFaults: SimulatedFaults = {
  lostWorkers: 0,
  burntNames: 0,
  lostResponses: 0,
  lateListings: 0,
  waits: 0,
};

/** What happens, drawn from a seed: the same for every policy. */
export interface WorldOptions {
  readonly seed: number;
  readonly workers: number;
  readonly claimSeconds: number;
  readonly readyMedian: number;
  readonly readySigma: number;
  readonly speedSigma: number;
  readonly faults: SimulatedFaults;
}

/**
 * `simulate({ policy, tasks, predictions, actual, world })` plays one run and tells what came of it.
 * Policies know tasks and predictions; what a task really lasts, when workers are ready and how fast they
 * are, they only meet.
 */
export interface SimulationOptions {
  readonly policy: PolicyName;
  readonly tasks: readonly Task[];
  /** One a task: what may be known. */
  readonly predictions: readonly Prediction[];
  /** One a task: seconds on a worker of speed 1. */
  readonly actual: readonly number[];
  readonly world: WorldOptions;
  /** How often what was lost with its workers may be done again, on new ones. */
  readonly rounds: number;
}

/** Results that a worker put up at once. */
export interface SimulatedPage {
  readonly round: number;
  readonly worker: number;
  /** Indices of the tasks. */
  readonly tasks: readonly number[];
}

export interface SimulationRun {
  readonly makespan: number;
  readonly lowerBound: number;
  readonly rho: number;
  readonly claims: number;
  readonly conflicts: number;
  readonly steals: number;
  readonly billedMinutes: number;
  /** Tasks without a result in the end. */
  readonly lost: number;
  /** Results that were given more than once: whoever merges them has to collapse them. */
  readonly duplicates: number;
  /** What was put up, in its order: what a collector would find. */
  readonly pages: readonly SimulatedPage[];
}
