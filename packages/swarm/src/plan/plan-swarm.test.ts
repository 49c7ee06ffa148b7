import { expect, test } from "vitest";
import { type History, noHistory } from "../history/history.ts";
import type { Task } from "../task.ts";
import { decodePlan } from "./decode.ts";
import { encodePlan } from "./encode.ts";
import { planSwarm } from "./plan-swarm.ts";

const task = (key: string, overrides: Partial<Task> = {}): Task => ({
  key,
  kind: "test",
  affinity: null,
  size: 1,
  payload: null,
  ...overrides,
});

const some = (count: number): Task[] => Array.from({ length: count }, (_, at) => task(`t${at}`));

/** As if each task had been seen often, with these seconds. */
function lasting(seconds: readonly number[]): { tasks: Task[]; history: History } {
  const tasks = some(seconds.length);
  const durations = new Map(
    tasks.map(
      ({ key }, at) =>
        [key, { mean: seconds[at] ?? 0, variance: 0, count: 50, kind: "test", seen: 9 }] as const,
    ),
  );
  return { tasks, history: { ...noHistory, runs: 10, durations } };
}

const alike = (count: number, seconds: number): number[] => Array(count).fill(seconds);

test("every task stands in one block, and the plan is read as it was written", () => {
  const plan = planSwarm(some(100), noHistory, { key: "swarm" });
  const placed = plan.lists.flat().flatMap((block) => block.tasks);
  expect(placed.toSorted((a, b) => a - b)).toEqual(plan.tasks.map((_, at) => at));
  expect(decodePlan(encodePlan(plan))).toEqual(plan);
  expect(plan.choice.rho).toBeGreaterThanOrEqual(1);
  expect(plan.choice.expected.seconds).toBeGreaterThanOrEqual(plan.choice.lowerBound);
});

test("the same work gives the same plan", () => {
  const { tasks, history } = lasting([5, 40, 3, 22, 90, 14, 7]);
  const plan = () => encodePlan(planSwarm(tasks, history, { key: "swarm" }));
  expect(plan()).toBe(plan());
});

test("work that takes a minute in all gets one worker where waiting costs nothing", () => {
  const { tasks, history } = lasting(alike(10, 3));
  const plan = planSwarm(tasks, history, { key: "swarm", waitingCost: 0 });
  expect(plan.choice.workers).toBe(1);
  expect(plan.choice.why).toMatch(
    /^1 worker: 2 would save [\d.]+ s for [\d.]+ billed minutes? more\.$/,
  );
});

test("an hour of work gets as many workers as may run, where waiting is dear", () => {
  const { tasks, history } = lasting(alike(360, 10));
  const plan = planSwarm(tasks, history, { key: "swarm", waitingCost: 5, maxWorkers: 12 });
  expect(plan.choice.workers).toBe(12);
  expect(plan.choice.why).toBe("12 workers: no more than 12 may run at once.");
  expect(plan.choice.rho).toBeLessThan(1.1);
});

test("nobody is hired to wait for the longest task", () => {
  const { tasks, history } = lasting([600, ...alike(20, 30)]);
  const plan = planSwarm(tasks, history, { key: "swarm", waitingCost: 5 });
  expect(plan.choice.saturation).toBe(2);
  expect(plan.choice.workers).toBe(2);
  expect(plan.choice.why).toMatch(/the longest task/);
});

test("where one task dominates nothing is claimed", () => {
  const { tasks, history } = lasting([600, 1, 1]);
  expect(planSwarm(tasks, history, { key: "swarm", workers: 2 }).mode).toBe("static");
});

test("where much is to be balanced, workers claim", () => {
  const { tasks, history } = lasting(alike(400, 15));
  expect(planSwarm(tasks, history, { key: "swarm", workers: 16 }).mode).toBe("queue");
  expect(planSwarm(tasks, history, { key: "swarm", workers: 16, mode: "static" }).mode).toBe(
    "static",
  );
});

test("a number that is asked for is taken, up to one task a worker", () => {
  const plan = planSwarm(some(30), noHistory, { key: "swarm", workers: 7 });
  expect(plan.choice).toMatchObject({ workers: 7, why: "7 workers: as asked for." });
  expect(plan.choice.curve).toHaveLength(1);
  expect(planSwarm(some(3), noHistory, { key: "swarm", workers: 7 }).choice.workers).toBe(3);
});

test("a limit of time needs more workers, a limit of cost fewer", () => {
  const { tasks, history } = lasting(alike(240, 10));
  const free = planSwarm(tasks, history, { key: "swarm", waitingCost: 0 }).choice;
  const fast = planSwarm(tasks, history, { key: "swarm", waitingCost: 0, maxMinutes: 4 }).choice;
  expect(fast.workers).toBeGreaterThan(free.workers);
  expect(fast.expected.seconds).toBeLessThanOrEqual(240);
  const dear = planSwarm(tasks, history, { key: "swarm", waitingCost: 5 }).choice;
  const cheap = planSwarm(tasks, history, { key: "swarm", waitingCost: 5, maxCost: 0.28 }).choice;
  expect(cheap.workers).toBeLessThan(dear.workers);
  expect(cheap.expected.costUsd).toBeLessThanOrEqual(0.28);
  expect(cheap.why).toMatch(/limit|save/);
});

test("limits that cannot both hold are an error that says what would do", () => {
  const { tasks, history } = lasting(alike(240, 10));
  const plan = (options: object) => () => planSwarm(tasks, history, { key: "swarm", ...options });
  expect(plan({ maxMinutes: 3, maxCost: 0.27 })).toThrow(
    expect.objectContaining({
      code: "plan/limits",
      message: expect.stringMatching(
        /within 3 min the cheapest is .+ with \d+ workers; within \$0\.27 the fastest is .+ with \d+ workers?$/,
      ),
      fix: expect.stringMatching(/^Raise max-minutes to [\d.]+, or max-cost to [\d.]+\.$/),
    }),
  );
  expect(plan({ maxMinutes: 0.1 })).toThrow(
    expect.objectContaining({ fix: expect.stringMatching(/^Raise max-minutes to [\d.]+\.$/) }),
  );
  expect(plan({ workers: 1, maxMinutes: 3 })).toThrow(
    expect.objectContaining({ code: "plan/limits" }),
  );
});

test("no tasks, no workers", () => {
  const plan = planSwarm([], noHistory, { key: "swarm" });
  expect(plan).toMatchObject({ lists: [], choice: { workers: 0 } });
  expect(decodePlan(encodePlan(plan))).toEqual(plan);
});

test("tasks that last no time at all are planned, too", () => {
  const { tasks, history } = lasting(alike(5, 0));
  expect(planSwarm(tasks, history, { key: "swarm" }).choice.workers).toBe(1);
});

test("processes of one machine are billed as one job", () => {
  const { tasks, history } = lasting(alike(60, 10));
  const usual = {
    ready: { median: 0.2, sigma: 0.3 },
    setupSeconds: 0.2,
    claimSeconds: 0.005,
    speedSigma: 0.05,
    workersAre: "processes" as const,
  };
  const { expected } = planSwarm(tasks, history, {
    key: "swarm",
    usual,
    workers: 4,
    besideMinutes: 0,
  }).choice;
  expect(expected.seconds).toBeLessThan(180);
  expect(expected.billedMinutes).toBe(3);
});

test("measured conditions replace what is usual", () => {
  const { tasks, history } = lasting(alike(60, 10));
  const measured = { ...history, readySeconds: alike(20, 120), claimSeconds: alike(20, 0.25) };
  const plan = planSwarm(tasks, measured, { key: "swarm", workers: 4 });
  expect(plan.claimSeconds).toBe(0.25);
  expect(plan.choice.lowerBound).toBeGreaterThan(260);
});

test.each([
  ["plan/duplicate-key", [task("a"), task("b"), task("a")], '"a"'],
  ["plan/bad-key", [task("")], "is empty"],
  ["plan/bad-key", [task("x".repeat(5_000))], "5000 characters"],
  ["plan/bad-key", [task("\ud800")], "is no text"],
  ["plan/bad-key", [task("a", { kind: "" })], "kind"],
  ["plan/bad-size", [task("a", { size: Number.NaN })], "NaN"],
  ["plan/bad-size", [task("a", { size: -1 })], "-1"],
  ["plan/too-large", [task("a", { payload: "x".repeat(300_000) })], '"a"'],
])("%s: tasks that cannot be planned are named", (code, tasks, named) => {
  expect(() => planSwarm(tasks, noHistory, { key: "swarm" })).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(named) }),
  );
});

test.each([
  ["key", { key: "No Spaces" }],
  ["workers", { workers: 0 }],
  ["workers", { workers: 1.5 }],
  ["max-workers", { maxWorkers: 257 }],
  ["max-cost", { maxCost: 0 }],
  ["max-minutes", { maxMinutes: Number.NaN }],
  ["runner-price", { runnerPrice: -1 }],
  ["waiting-cost", { waitingCost: Number.POSITIVE_INFINITY }],
  ["block-size", { blockSize: -3 }],
])("%s that makes no sense is refused", (place, options) => {
  expect(() => planSwarm(some(2), noHistory, { key: "swarm", ...options })).toThrow(
    expect.objectContaining({ code: "plan/bad-option", place }),
  );
});
