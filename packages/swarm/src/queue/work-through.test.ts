import { describe, expect, test } from "vitest";
import type { ResultPage, TaskResult } from "../collect/result.ts";
import { cutBlocks } from "../plan/cut-blocks.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import { createRandom } from "../simulate/random.ts";
import type { Task } from "../task.ts";
import type { TaskRunner } from "./task-runner.ts";
import { type BoardFaults, MemoryBoard, soundBoard } from "./testing/memory-board.ts";
import { VirtualClock } from "./testing/virtual-clock.ts";
import type { WorkOptions } from "./work-options.ts";
import { workThrough } from "./work-through.ts";

function planOf(count: number, workers: number, overrides: Partial<SwarmPlan> = {}): SwarmPlan {
  const tasks = Array.from({ length: count }, (_, at): Task => {
    return { key: `t${at}`, kind: "test", affinity: null, size: 1, payload: at };
  });
  const predictions = tasks.map((_, at) => {
    return { mean: 1 + (at % 9), variance: 0, from: "history" } as const;
  });
  const caps = { maxSize: Number.POSITIVE_INFINITY, maxBlocks: 900 };
  const lists = cutBlocks({ tasks, predictions, workers, claimSeconds: 1.5, ready: [], ...caps });
  const expected = { workers, seconds: 1, billedMinutes: 1, costUsd: 0 };
  const choice = { workers, why: "", lowerBound: 1, expected, rho: 1, saturation: 1, curve: [] };
  const plan = { version: 1, key: "s", epoch: 0, topology: "flat", mode: "queue", tasks } as const;
  return { ...plan, predictions, lists, choice, claimSeconds: 1.5, ...overrides };
}

/** Sleeps as long as a task lasts; what `fails` names has no result. */
function sleeper(clock: VirtualClock, secondsOf: (task: Task) => number, fails = ""): TaskRunner {
  return {
    check: async () => {},
    health: () => [],
    learn: () => {},
    run: async (tasks, tell, signal) => {
      for (const task of tasks) {
        const startedAt = clock.now();
        await clock.sleep(secondsOf(task) * 1000, signal);
        if (signal.aborted) return;
        if (task.key === fails) continue;
        const seconds = (clock.now() - startedAt) / 1000;
        const result = {
          key: task.key,
          status: "done",
          output: null,
          votes: [],
          error: null,
          usage: null,
        } as const;
        tell({ ...result, startedAt, seconds });
      }
    },
  };
}

interface Scene {
  readonly plan: SwarmPlan;
  readonly workers: number;
  readonly seed?: number;
  readonly faults?: BoardFaults;
  readonly secondsOf?: (task: Task) => number;
  readonly options?: (worker: number, clock: VirtualClock) => Partial<WorkOptions>;
}

/** Plays workers on one board, and reads from it what collect would. */
async function play({ plan, workers, seed = 1, faults = soundBoard, secondsOf, options }: Scene) {
  const clock = new VirtualClock();
  const random = createRandom(seed);
  const board = new MemoryBoard(clock, faults, random);
  const seconds = secondsOf ?? (({ payload }: Task) => 1 + (Number(payload) % 9));
  const begun = clock.now();
  const work = Array.from({ length: workers }, async (_, worker) => {
    await clock.sleep(10_000 * random());
    return workThrough(plan, {
      worker,
      attempt: 1,
      board: board.reach(),
      clock,
      random,
      runner: sleeper(clock, seconds),
      signal: new AbortController().signal,
      ...options?.(worker, clock),
    });
  });
  const reports = await clock.runUntil(Promise.allSettled(work));
  const took = (clock.now() - begun) / 1000;
  await clock.runUntil(clock.sleep(60_000));
  const pages = [...board.visible].filter(([name]) => name.includes("-result-"));
  const results = pages.flatMap(([, text]) => (JSON.parse(text) as ResultPage).results);
  return { reports, results, took, board, pages };
}

const keysOf = (results: readonly TaskResult[]): Set<string> =>
  new Set(results.map(({ key }) => key));

describe("on a sound board", () => {
  test("every task is done, nearly all of them once, and everybody says so", async () => {
    const { results, reports, pages } = await play({ plan: planOf(200, 4), workers: 4 });
    expect(keysOf(results).size).toBe(200);
    expect(results.length).toBeLessThan(210);
    expect(reports.map((report) => report.status === "fulfilled" && report.value.isDone)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(pages.length).toBeLessThanOrEqual(4 * 8);
  });

  test("four workers take little more than a quarter of the time of all tasks", async () => {
    const plan = planOf(200, 4);
    const seconds = plan.predictions.reduce((sum, { mean }) => sum + mean, 0);
    const { took } = await play({ plan, workers: 4 });
    expect(took).toBeLessThan(seconds / 4 + 20);
  });

  test("a worker that never comes is done without", async () => {
    const { results } = await play({ plan: planOf(100, 4), workers: 3 });
    expect(keysOf(results).size).toBe(100);
  });

  test("no more is asked of the board than a few requests a block", async () => {
    const plan = planOf(200, 4);
    const { board } = await play({ plan, workers: 4 });
    expect(board.requests).toBeLessThan(plan.lists.flat().length * 10 + 4 * 40);
  });

  test("what is stranded behind a task that takes much longer than predicted is taken over", async () => {
    const plan = planOf(60, 3);
    const [first] = plan.lists[0]?.find(({ tasks }) => tasks.length > 1)?.tasks ?? [];
    const secondsOf = ({ payload }: Task) =>
      Number(payload) === first ? 600 : 1 + (Number(payload) % 9);
    const { results, took } = await play({ plan, workers: 3, secondsOf });
    expect(keysOf(results).size).toBe(60);
    expect(took).toBeLessThan(600 + 60);
  });
});

test("a worker that is stopped puts up what it has", async () => {
  const stop = new AbortController();
  const options = (_: number, clock: VirtualClock) => {
    void clock.sleep(60_000).then(() => stop.abort());
    return { signal: stop.signal };
  };
  const { results, reports } = await play({ plan: planOf(200, 1), workers: 1, options });
  expect(results.length).toBeGreaterThan(3);
  expect(results.length).toBeLessThan(60);
  expect(reports[0]).toMatchObject({ status: "fulfilled", value: { isDone: false } });
});

test("a worker whose runner brings nothing leaves the work to others", async () => {
  const options = (worker: number, clock: VirtualClock) =>
    worker > 0
      ? {}
      : { runner: { ...sleeper(clock, () => 1), run: () => Promise.reject(new Error("broken")) } };
  const { results, reports } = await play({ plan: planOf(100, 3), workers: 3, options });
  expect(keysOf(results).size).toBeGreaterThan(60);
  expect(reports[0]).toMatchObject({ status: "fulfilled", value: { isDone: false } });
});

test("a task without a result does not keep a worker from the others", async () => {
  const options = (_: number, clock: VirtualClock) => ({ runner: sleeper(clock, () => 1, "t7") });
  const { results } = await play({ plan: planOf(50, 2), workers: 2, options });
  expect(keysOf(results).size).toBe(49);
});

test("in static mode each does its own list, and claims nothing", async () => {
  const { results, reports } = await play({ plan: planOf(60, 3, { mode: "static" }), workers: 3 });
  expect(results).toHaveLength(60);
  for (const report of reports) {
    expect(report).toMatchObject({ status: "fulfilled", value: { claims: 0, isDone: true } });
  }
});

test("a worker that cannot reach the board does its own list, and tells when it can", async () => {
  const plan = planOf(60, 3);
  const options = (worker: number, clock: VirtualClock) => {
    const board = new MemoryBoard(clock, { ...soundBoard, down: 1 }, createRandom(5)).reach();
    return worker === 1 ? { board } : {};
  };
  const { reports, results } = await play({ plan, workers: 3, options });
  expect(reports.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(keysOf(results).size).toBe(60);
});

test("a second attempt does not do again what the first one put up", async () => {
  const plan = planOf(60, 2);
  const clock = new VirtualClock();
  const random = createRandom(1);
  const board = new MemoryBoard(clock, soundBoard, random);
  const ran: string[] = [];
  const runner = sleeper(clock, ({ key }) => {
    ran.push(key);
    return 1;
  });
  const signal = new AbortController().signal;
  const base = { worker: 0, board: board.reach(), clock, random, runner, signal };
  await clock.runUntil(workThrough(plan, { ...base, attempt: 1 }));
  await clock.runUntil(workThrough(plan, { ...base, attempt: 2 }));
  expect(ran).toHaveLength(60);
});

test("in hundreds of random runs on a faulty board nobody hangs, and no task is lost", async () => {
  const faults = { burnt: 0.1, lost: 0.1, late: 0.2, down: 0.1 };
  for (let seed = 0; seed < 300; seed++) {
    const [count, workers] = [10 + (seed % 30), 1 + (seed % 5)];
    const { results, reports } = await play({
      plan: planOf(count, workers),
      workers,
      seed,
      faults,
    });
    const isAllThere = keysOf(results).size === count;
    const told = reports.every(({ status }) => status === "fulfilled");
    if (!isAllThere || !told)
      expect({ seed, done: keysOf(results).size, count, reports }).toBeNull();
  }
});
