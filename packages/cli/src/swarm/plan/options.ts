import type { SourceName } from "@swarm-actions/tasks";

export const planTopologies = ["auto", "flat", "hierarchical", "mesh", "adaptive"] as const;

/** The command line of `swarm plan` as commander reads it. */
export interface PlanCommandOptions {
  readonly source?: SourceName;
  readonly select?: string;
  readonly changed?: boolean;
  readonly reports: readonly string[];
  readonly base?: string;
  readonly head?: string;
  readonly staged?: boolean;
  readonly config?: string;
  readonly history?: string;
  readonly local?: boolean;
  readonly topology: (typeof planTopologies)[number];
  readonly agents?: readonly string[];
  readonly groups?: number;
  readonly workers: number | "auto";
  readonly maxWorkers: number;
  readonly maxCost?: number;
  readonly maxMinutes?: number;
  readonly runner: string;
  readonly runnerPrice?: number;
  readonly waitingCost: number;
  readonly mode: "auto" | "queue" | "static";
  readonly blockSize?: number;
  readonly format: "text" | "json";
}
