import type { SourceName } from "@swarm-actions/tasks";

export const runFormats = ["text", "json"] as const;

export const runTopologies = ["auto", "flat", "mesh", "adaptive"] as const;

/** The command line of `swarm run` as commander reads it. */
export interface RunOptions {
  readonly source?: SourceName;
  readonly select?: string;
  readonly changed?: boolean;
  readonly reports: readonly string[];
  readonly base?: string;
  readonly head?: string;
  readonly staged?: boolean;
  readonly config?: string;
  readonly agents?: readonly string[];
  readonly workers: number | "auto";
  readonly per: "task" | "block";
  readonly topology: (typeof runTopologies)[number];
  /** Of a mesh. */
  readonly rounds: number;
  readonly roundDeadline: number;
  readonly quorum?: number;
  /** Of an adaptive swarm, 0–1. */
  readonly certainty: number;
  readonly roundsLeft: number;
  readonly maxMinutes?: number;
  readonly taskTimeout: number;
  readonly blockSize?: number;
  readonly consensus?: string;
  readonly minCoverage: number;
  readonly output?: string;
  readonly history?: string;
  readonly format: (typeof runFormats)[number];
  readonly html?: string;
  readonly verbose?: boolean;
  readonly resume?: string;
}
