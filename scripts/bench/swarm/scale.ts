import { noFaults, simulate } from "@swarm-actions/swarm";
import type { BenchResult } from "../result.ts";
import { logNormalSuite } from "./generated.ts";

const tasks = 20_480;
const times = { claimSeconds: 1.5, readyMedian: 1, readySigma: 0.3, speedSigma: 0.12 };

/** The share of so many workers that really brings the work forward: 1 is a speed-up in step. */
export function benchScale(): BenchResult[] {
  const suite = logNormalSuite(tasks, 33_000);
  const work = suite.actual.reduce((sum, seconds) => sum + seconds, 0);
  return [16, 64, 256].map((workers) => {
    const world = { ...times, workers, seed: 1, faults: noFaults };
    const { makespan, claims, rho } = simulate({ ...suite, policy: "ours", rounds: 0, world });
    return {
      name: `swarm: speed-up of ${workers} simulated workers, a worker`,
      ratio: work / makespan / workers,
      bound: workers > 64 ? 0.8 : 0.95,
      better: "higher",
      detail: `${tasks} tasks, ${work.toFixed(0)} s in ${makespan.toFixed(0)} s, ${rho.toFixed(2)} of the lower bound, ${claims} claims`,
    };
  });
}
