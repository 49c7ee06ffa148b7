import type { History } from "../history/history.ts";
import { quantileOf, sortedNumbers } from "../history/quantile.ts";

/** What workers are like: how a plan imagines the run before it happens. */
export interface Conditions {
  /** Seconds until a worker is ready: median, and spread of the logarithm. */
  readonly ready: { readonly median: number; readonly sigma: number };
  /** Seconds of these in which its job runs already, and is billed. */
  readonly setupSeconds: number;
  /** Seconds a claim takes. */
  readonly claimSeconds: number;
  /** Spread of the logarithm of a worker's speed. */
  readonly speedSigma: number;
  /** `jobs`: each worker is billed by itself. `processes`: all are in one job. */
  readonly workersAre: "jobs" | "processes";
}

/** As measured on hosted runners, where nothing is known of this repository yet. */
export const hostedRunners: Conditions = {
  ready: { median: 10, sigma: 0.6 },
  setupSeconds: 8,
  claimSeconds: 0.8,
  speedSigma: 0.12,
  workersAre: "jobs",
};

/** Processes of one machine that meet in a folder. */
export const localProcesses: Conditions = {
  ready: { median: 0.2, sigma: 0.3 },
  setupSeconds: 0.2,
  claimSeconds: 0.005,
  speedSigma: 0.05,
  workersAre: "processes",
};

/** Fewer measurements than this are rather chance. */
const enough = 8;

/** What a history has measured, and what is usual where it has not. */
export function conditionsFrom(history: History, usual: Conditions): Conditions {
  const ready = logNormal(history.readySeconds) ?? usual.ready;
  const setup = medianOf(history.setupSeconds) ?? usual.setupSeconds;
  return {
    ...usual,
    ready,
    setupSeconds: Math.min(setup, ready.median),
    claimSeconds: medianOf(history.claimSeconds) ?? usual.claimSeconds,
  };
}

function medianOf(values: readonly number[]): number | null {
  return values.length < enough ? null : quantileOf(sortedNumbers(values), 0.5);
}

/** By quartiles, so that the one job that waited for ten minutes does not count for all. */
function logNormal(values: readonly number[]): Conditions["ready"] | null {
  if (values.length < enough) return null;
  const sorted = sortedNumbers(values).map((value) => Math.max(value, 0.01));
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantileOf(sorted, share) ?? 0.01);
  const spread = Math.log((high ?? 1) / (low ?? 1)) / 1.349;
  return { median: median ?? 0.01, sigma: Math.min(1.5, Math.max(0.05, spread)) };
}
