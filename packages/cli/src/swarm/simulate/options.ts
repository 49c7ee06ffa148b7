import type { PolicyName } from "@swarm-actions/swarm";

/** What was asked on the command line. Seconds where not said otherwise. */
export interface SimulateOptions {
  readonly history: string;
  readonly actual: string;
  readonly workers: number;
  readonly claimSeconds: number;
  readonly readyMedian: number;
  readonly readySigma: number;
  readonly speedSigma: number;
  readonly policy: "all" | PolicyName;
  readonly runs: number;
  readonly seed: number;
  readonly format: "text" | "json";
}
