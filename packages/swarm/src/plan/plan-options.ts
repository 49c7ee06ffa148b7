import { type Conditions, hostedRunners } from "./conditions.ts";
import type { Topology } from "./plan.ts";

/** What may be decided before a plan is made. Money in US dollars. */
export interface PlanOptions {
  /** Of the swarm: lower case letters, digits and dashes, at most 40. */
  readonly key: string;
  readonly epoch: number;
  readonly topology: Topology;
  /** A number is taken as it is, whatever it costs, within the limits below. */
  readonly workers: number | "auto";
  /** The most that `auto` may choose: as many as may run at once. */
  readonly maxWorkers: number;
  /** Neither is ever exceeded by what is expected; null: no limit. */
  readonly maxCost: number | null;
  readonly maxMinutes: number | null;
  /** A minute of a runner. */
  readonly runnerPrice: number;
  /** A minute of those who wait for the result: what makes more workers worth their price. */
  readonly waitingCost: number;
  /** Minutes billed beside the workers: the jobs that plan and collect. */
  readonly besideMinutes: number;
  readonly mode: "auto" | "queue" | "static";
  /** What the sizes of a block's tasks may add up to; null: anything. */
  readonly blockSize: number | null;
  /** Blocks of all workers together, each a claim that people see among the run's artifacts. */
  readonly maxBlocks: number;
  /** Names that all workers together may hang up: a run of GitHub lists 1,000 artifacts at most. */
  readonly mostNames: number;
  /** What workers are like where no history tells. */
  readonly usual: Conditions;
}

export const planDefaults: Omit<PlanOptions, "key"> = {
  epoch: 0,
  topology: "flat",
  workers: "auto",
  maxWorkers: 20,
  maxCost: null,
  maxMinutes: null,
  runnerPrice: 0.006,
  waitingCost: 0.5,
  besideMinutes: 2,
  mode: "auto",
  blockSize: null,
  maxBlocks: 200,
  mostNames: 900,
  usual: hostedRunners,
};
