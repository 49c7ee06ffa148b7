import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProviderHealth, TaskResult, WorkerReport } from "../collect/result.ts";
import type { Prediction, SwarmPlan } from "../plan/plan.ts";
import type { Task } from "../task.ts";
import { buildReport } from "./build-report.ts";
import type { CollectedFacts, ReportFacts, WorkerResult } from "./report-facts.ts";

/** The start of everything, in milliseconds since 1970. */
const start = 1_750_000_000_000;
const after = (seconds: number): number => start + seconds * 1000;

function taskOf(key: string): Task {
  return { key, kind: "test", affinity: null, size: 1, payload: null };
}

function planOf(seconds: Readonly<Record<string, number>>, overrides: Partial<SwarmPlan> = {}) {
  const keys = Object.keys(seconds);
  const expected = { workers: 2, seconds: 40, billedMinutes: 2, costUsd: 0.012 };
  return {
    version: 1,
    key: "swarm",
    epoch: 0,
    topology: "flat",
    mode: "queue",
    tasks: keys.map(taskOf),
    predictions: keys.map(
      (key): Prediction => ({ mean: seconds[key] ?? 0, variance: 0, from: "history" }),
    ),
    lists: [],
    choice: {
      workers: 2,
      why: "two end soonest",
      lowerBound: 35,
      expected,
      rho: 1.1,
      saturation: 4,
      curve: [expected],
    },
    claimSeconds: 1,
    ...overrides,
  } satisfies SwarmPlan;
}

function workerOf(worker: number, overrides: Partial<WorkerReport> = {}): WorkerReport {
  return {
    worker,
    epoch: 0,
    attempt: 1,
    startedAt: start,
    readyAt: after(10),
    at: after(40),
    isDone: true,
    spans: [],
    claims: 0,
    conflicts: 0,
    steals: 0,
    claimSeconds: [],
    providers: [],
    ...overrides,
  };
}

/** Worker `worker` did it from `from` to `to`, in seconds after the start. */
function doneBy(
  worker: number,
  key: string,
  [from, to]: readonly [number, number],
  overrides: Partial<TaskResult> = {},
): WorkerResult {
  const result: TaskResult = {
    key,
    status: "done",
    output: null,
    votes: [],
    error: null,
    startedAt: after(from),
    seconds: to - from,
    usage: null,
    ...overrides,
  };
  return { worker, epoch: 0, attempt: 1, result };
}

function factsOf(
  collected: Partial<CollectedFacts>,
  overrides: Partial<ReportFacts> = {},
): ReportFacts {
  const coverage = { tasks: 3, done: 3, failed: [], missing: [] };
  return {
    plans: [planOf({ a: 20, b: 10, c: 10 })],
    digest: "d1",
    collected: {
      outcome: "complete",
      reason: null,
      coverage,
      results: [],
      duplicates: [],
      workers: [],
      ...collected,
    },
    verdict: null,
    workersAre: "jobs",
    jobs: [],
    runnerPrice: 0.006,
    apiRequests: 3,
    ...overrides,
  };
}

const figuresOf = (...given: Parameters<typeof factsOf>) => buildReport(factsOf(...given)).figures;

describe("what it took", () => {
  const workers = [workerOf(0), workerOf(1, { readyAt: after(20), at: after(45) })];
  const results = [doneBy(0, "a", [10, 30]), doneBy(1, "b", [22, 32]), doneBy(1, "c", [34, 44])];

  it("is measured from the first worker that was ready to the last result", () => {
    const figures = figuresOf({ workers, results });
    expect(figures.makespan).toBe(34);
    expect(figures.taskSeconds).toBe(40);
  });

  it("is held against the least that these tasks need on these workers", () => {
    // 40 s of work; the second comes 10 s later: (40 + 10) / 2.
    const figures = figuresOf({ workers, results });
    expect(figures.lowerBound).toBeCloseTo(25);
    expect(figures.rho).toBeCloseTo(34 / 25);
  });

  it("never lets the work wait for a worker that came after the end", () => {
    const late = workerOf(2, { readyAt: after(500), at: after(501) });
    const figures = figuresOf({ workers: [...workers, late], results });
    expect(figures.lowerBound).toBeCloseTo(25);
  });

  it("tells a slow worker by the tasks whose durations were known", () => {
    // The second takes twice as long as everything was expected to.
    const slow = [doneBy(0, "a", [10, 30]), doneBy(1, "b", [10, 30]), doneBy(1, "c", [30, 50])];
    const ready = [workerOf(0), workerOf(1)];
    const known = figuresOf({ workers: ready, results: slow });
    const unknown = planOf({ a: 20, b: 10, c: 10 });
    const guessed: SwarmPlan = {
      ...unknown,
      predictions: unknown.predictions.map((one) => ({ ...one, from: "default" })),
    };
    expect(known.lowerBound).toBeCloseTo(40 / 1.5);
    expect(figuresOf({ workers: ready, results: slow }, { plans: [guessed] }).lowerBound).toBe(40);
  });

  it("counts as overhead all that is not the time of a task", () => {
    // 40 s of 30 s and 25 s.
    expect(figuresOf({ workers, results }).overhead).toBeCloseTo(1 - 40 / 55);
  });

  it("counts the time of tasks that were done at once only once", () => {
    const both = [doneBy(0, "a", [10, 30]), doneBy(0, "b", [10, 40])];
    const figures = figuresOf({ workers: [workerOf(0)], results: both });
    expect(figures.overhead).toBe(0);
    expect(figures.rho).toBeCloseTo(1);
    expect(figures.taskSeconds).toBe(50);
  });

  it("never beats its bound, whatever the workers did", () => {
    const span = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 90 }), fc.nat(4));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 12 }), (spans) => {
        const free = new Map<number, number>();
        const done = spans.map(([gap, seconds, worker], index) => {
          const from = (free.get(worker) ?? 10) + gap;
          free.set(worker, from + seconds);
          return doneBy(worker, "abc"[index] ?? `task ${index}`, [from, from + seconds]);
        });
        const present = [...free].map(([worker, at]) => workerOf(worker, { at: after(at) }));
        expect(figuresOf({ workers: present, results: done }).rho).toBeGreaterThan(1 - 1e-9);
      }),
    );
  });

  it("says nothing of times where nothing was done", () => {
    const figures = figuresOf({ workers: [], results: [] });
    expect(figures).toMatchObject({ makespan: null, lowerBound: null, rho: null, overhead: null });
  });

  it("believes the results of a worker whose reports were lost", () => {
    const figures = figuresOf({ workers: [], results: [doneBy(5, "a", [10, 30])] });
    expect(figures).toMatchObject({ makespan: 20, lowerBound: 20, rho: 1 });
  });
});

describe("the bill", () => {
  it("rounds each job up to whole minutes, with what came before its work", () => {
    const workers = [workerOf(0), workerOf(1, { at: after(61) })];
    const jobs = [{ job: "plan", startedAt: after(-30), endedAt: after(-18) }];
    const report = buildReport(factsOf({ workers }, { jobs }));
    expect(report.jobs.map(({ job, seconds, minutes }) => [job, seconds, minutes])).toEqual([
      ["plan", 12, 1],
      ["worker 0", 40, 1],
      ["worker 1", 61, 2],
    ]);
    expect(report.figures).toMatchObject({ billed: "all", billedMinutes: 4 });
    expect(report.figures.wasteMinutes).toBeCloseTo(4 - 113 / 60);
    expect(report.figures.costUsd).toBeCloseTo(0.024);
  });

  it.each([
    ["did not tell when it began", { readyAt: after(10) }, false],
    ["died", { isDone: false }, true],
  ])("is the least that it can be where a job %s", (_name, overrides, tells) => {
    const { startedAt, ...rest } = workerOf(0, overrides);
    const worker = tells && startedAt !== undefined ? { ...rest, startedAt } : rest;
    const { jobs, figures } = buildReport(factsOf({ workers: [worker] }));
    expect(jobs[0]?.known).toBe("at-least");
    expect(figures.billed).toBe("at-least");
  });

  it("has no price where none is known, and no job for processes of one machine", () => {
    const workers = [workerOf(0)];
    expect(figuresOf({ workers }, { runnerPrice: null }).costUsd).toBeNull();
    const local = buildReport(factsOf({ workers }, { workersAre: "processes" }));
    expect(local.jobs).toEqual([]);
    expect(local.figures).toMatchObject({ billed: "all", billedMinutes: 0, costUsd: 0 });
  });

  it("names rounds and attempts of jobs after the first", () => {
    const workers = [workerOf(4, { epoch: 1, attempt: 2 })];
    expect(buildReport(factsOf({ workers })).jobs[0]?.job).toBe("worker 4, round 2, attempt 2");
  });
});

describe("what the workers told", () => {
  const health = (overrides: Partial<ProviderHealth>): ProviderHealth => ({
    provider: "one",
    asked: 4,
    failed: 0,
    breaker: "closed",
    reason: null,
    ...overrides,
  });

  it("is added up over all of them", () => {
    const span = { block: "w0-b0", tasks: 1, startedAt: start, endedAt: start + 1 };
    const workers = [
      workerOf(0, { claims: 3, conflicts: 1, spans: [{ ...span, how: "speculative" }] }),
      workerOf(1, { claims: 2, steals: 2, spans: [{ ...span, how: "stolen" }] }),
    ];
    const duplicates = [doneBy(1, "a", [30, 31])];
    expect(figuresOf({ workers, duplicates })).toMatchObject({
      claims: 5,
      conflicts: 1,
      steals: 2,
      speculations: 1,
      duplicates: 1,
      retries: 0,
    });
  });

  it("counts tasks that were handed out again", () => {
    const again = planOf({ b: 10, new: 1 }, { epoch: 1 });
    const report = buildReport(factsOf({}, { plans: [planOf({ a: 20, b: 10 }), again] }));
    expect(report.figures.retries).toBe(1);
    expect(report.rounds).toBe(2);
  });

  it("shows a provider as given up when one worker gave it up, with what it said last", () => {
    const workers = [
      workerOf(0, {
        at: after(90),
        providers: [health({ failed: 3, breaker: "open", reason: "no answer" })],
      }),
      workerOf(1, { providers: [health({ reason: "busy" }), health({ provider: "a" })] }),
    ];
    expect(buildReport(factsOf({ workers })).providers).toEqual([
      health({ provider: "a" }),
      health({ asked: 8, failed: 3, breaker: "open", reason: "no answer" }),
    ]);
  });

  it("adds up usage with what was thrown away, and tells of tasks without a price", () => {
    const usage = { requests: 1, inputTokens: 10, outputTokens: 2, costUsd: 0.5 };
    const unpriced = { ...usage, costUsd: null };
    const { usage: all } = buildReport(
      factsOf({
        results: [doneBy(0, "a", [1, 2], { usage }), doneBy(0, "b", [2, 3], { usage: unpriced })],
        duplicates: [doneBy(1, "a", [1, 2], { usage })],
      }),
    );
    expect(all).toEqual({ requests: 3, inputTokens: 30, outputTokens: 6, costUsd: 1, unpriced: 1 });
    expect(buildReport(factsOf({})).usage).toBeNull();
  });
});

it("needs a plan", () => {
  expect(() => buildReport(factsOf({}, { plans: [] }))).toThrow(
    expect.objectContaining({ code: "report/no-plan" }),
  );
});
