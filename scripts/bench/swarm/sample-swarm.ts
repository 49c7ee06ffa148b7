import { pageName, planDigest, type SwarmPlan, type TaskResult } from "@swarm-actions/swarm";

export const benchKey = "bench";
const at = 1_800_000_000_000;

/** A plan of tasks like those of a large test suite, a block a worker. */
export function samplePlan(tasks: number, workers: number): SwarmPlan {
  const choice = { workers, seconds: 1, billedMinutes: workers, costUsd: 0 };
  return {
    version: 1,
    key: benchKey,
    epoch: 0,
    topology: "flat",
    mode: "queue",
    tasks: Array.from({ length: tasks }, (_, index) => ({
      key: nameOf(index),
      kind: "vitest",
      affinity: null,
      size: 1_000,
      payload: { path: nameOf(index) },
    })),
    predictions: Array.from({ length: tasks }, () => ({ mean: 1, variance: 0, from: "history" })),
    lists: Array.from({ length: workers }, (_, worker) => [
      { worker, block: 0, tasks: indicesOf(tasks, workers, worker), seconds: 1 },
    ]),
    choice: {
      workers,
      why: "as measured",
      lowerBound: 1,
      expected: choice,
      rho: 1,
      saturation: workers,
      curve: [choice],
    },
    claimSeconds: 1.5,
  };
}

let digest: string | null = null;

/** A page of one worker; those past the last worker repeat what earlier ones gave. */
export function samplePage(
  tasks: number,
  workers: number,
  worker: number,
): { readonly name: string; readonly content: string } {
  digest ??= planDigest(samplePlan(tasks, workers));
  const results = indicesOf(tasks, workers, worker % workers).map(resultOf);
  const report = {
    worker,
    epoch: 0,
    attempt: 1,
    readyAt: at,
    at: at + 60_000,
    isDone: true,
    spans: [],
    claims: 1,
    conflicts: 0,
    steals: 0,
    claimSeconds: [1.5],
    providers: [],
  };
  return {
    name: pageName({ key: benchKey, attempt: 1, epoch: 0, worker, page: 0 }),
    content: JSON.stringify({ version: 1, plan: digest, page: 0, results, report }),
  };
}

function indicesOf(tasks: number, workers: number, worker: number): number[] {
  const [from, to] = [worker, worker + 1].map((at) => Math.floor((tasks * at) / workers));
  return Array.from({ length: (to ?? 0) - (from ?? 0) }, (_, place) => (from ?? 0) + place);
}

function resultOf(index: number): TaskResult {
  return {
    key: nameOf(index),
    status: index % 97 === 0 ? "failed" : "done",
    output: { code: 0, log: `Test ${index} passed in all of its cases, and this is what it said.` },
    votes: [{ item: `item ${index % 1000}`, voter: "suite", label: "pass" }],
    error: null,
    startedAt: at + index,
    seconds: 0.25,
    usage: null,
  };
}

function nameOf(index: number): string {
  return `packages/part-${index % 100}/src/feature-${index}.test.ts`;
}
