import { type History, noHistory, planSwarm, type Task } from "@swarm-actions/swarm";
import type { BenchResult } from "../result.ts";

const count = 100_000;
const rounds = 5;

/**
 * How long it takes to plan 100,000 tasks, with the number of workers given and with it chosen from 1 to
 * 20 and from 1 to 256: each as a ratio to the second that it may take.
 */
export function benchPlanner(): BenchResult[] {
  const { tasks, history } = sample();
  const forced = medianSeconds(() => planSwarm(tasks, history, { key: "bench", workers: 20 }));
  const chosen = [20, 256].map((maxWorkers) => {
    const whole = medianSeconds(() => planSwarm(tasks, history, { key: "bench", maxWorkers }));
    return choice(maxWorkers, whole, forced);
  });
  return [planned(forced), ...chosen];
}

function choice(maxWorkers: number, whole: number, plan: number): BenchResult {
  return {
    name: `planner: choose among ${maxWorkers} numbers of workers`,
    ratio: Math.max(0, whole - plan),
    bound: 1,
    better: "lower",
    detail: `${count} tasks: ${shown(whole)} in all, ${shown(plan)} of it the plan itself`,
  };
}

function planned(seconds: number): BenchResult {
  const detail = `median of ${rounds}: ${shown(seconds)}`;
  return {
    name: `planner: plan ${count} tasks`,
    ratio: seconds,
    bound: 1,
    better: "lower",
    detail,
  };
}

function shown(seconds: number): string {
  return `${(1000 * seconds).toFixed(0)} ms`;
}

function medianSeconds(run: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return (performance.now() - start) / 1000;
  });
  return times.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
}

/** Heavy-tailed durations: the same in every run. */
function sample(): { tasks: readonly Task[]; history: History } {
  const tasks = Array.from({ length: count }, (_, at): Task => {
    const file = `tests/f${at >> 5}.test.ts`;
    return { key: `${file}::t${at}`, kind: "test", affinity: file, size: 1, payload: { file } };
  });
  const durations = new Map(
    tasks.map(({ key }, at) => {
      const share = ((at * 7919) % count) / count;
      const mean = 0.2 / (1 - share * 0.9999) ** 0.6;
      return [key, { mean, variance: mean * mean * 0.04, count: 3, kind: "test", seen: 3 }];
    }),
  );
  return { tasks, history: { ...noHistory, runs: 3, durations } };
}
