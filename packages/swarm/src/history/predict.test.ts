import { expect, test } from "vitest";
import type { Task } from "../task.ts";
import { type Duration, type History, noHistory } from "./history.ts";
import { predictTasks } from "./predict.ts";

const task = (overrides: Partial<Task> = {}): Task => ({
  key: "a",
  kind: "test",
  affinity: null,
  size: 1,
  payload: null,
  ...overrides,
});

const known = (mean: number, overrides: Partial<Duration> = {}): Duration => ({
  mean,
  variance: 0,
  count: 5,
  kind: "test",
  seen: 10,
  ...overrides,
});

function history(durations: Readonly<Record<string, Duration>>): History {
  return { ...noHistory, runs: 10, durations: new Map(Object.entries(durations)) };
}

const predictOne = (one: Task, from: History) => predictTasks([one], from)[0];

test("what was seen lasts as long as it did", () => {
  const at = predictOne(task(), history({ a: known(7, { variance: 2 }) }));
  expect(at).toMatchObject({ mean: 7, from: "history" });
  expect(at?.variance).toBeGreaterThanOrEqual(2);
});

test("few and old observations are less sure", () => {
  const variance = (one: Duration): number =>
    predictOne(task(), history({ a: one }))?.variance ?? 0;
  expect(variance(known(10, { count: 1 }))).toBeGreaterThan(variance(known(10, { count: 4 })));
  expect(variance(known(10, { seen: 2 }))).toBeGreaterThan(variance(known(10, { seen: 9 })));
});

test("what is new lasts the median of its kind, else of all, else half a minute", () => {
  const past = history({ b: known(1), c: known(3), d: known(100), e: known(50, { kind: "file" }) });
  expect(predictOne(task(), past)).toMatchObject({ mean: 3, from: "kind" });
  expect(predictOne(task({ kind: "other" }), past)).toMatchObject({ mean: 26.5, from: "all" });
  expect(predictOne(task(), noHistory)).toEqual({ mean: 30, variance: 900, from: "default" });
});

test("one huge task makes the others of its kind no less sure", () => {
  const alike = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`t${at}`, known(10)]));
  const at = predictOne(task(), history({ ...alike, huge: known(10_000) }));
  expect(at).toEqual({ mean: 10, variance: 25, from: "kind" });
});

test("where seconds go with size, a new task is taken by its size", () => {
  const tasks = Array.from({ length: 12 }, (_, at) => task({ key: `t${at}`, size: 10 * (at + 1) }));
  const past = history(
    Object.fromEntries(tasks.map(({ key, size }) => [key, known(size * 0.2)] as const)),
  );
  const predictions = predictTasks([...tasks, task({ key: "new", size: 100 })], past);
  expect(predictions.at(-1)?.mean).toBeCloseTo(20);
  expect(predictions.at(-1)?.from).toBe("size");
  const beyond = predictTasks([...tasks, task({ key: "new", size: 1e9 })], past).at(-1);
  expect(beyond?.mean).toBeLessThan(100);
});

test("where they do not, sizes are left alone", () => {
  const tasks = Array.from({ length: 12 }, (_, at) =>
    task({ key: `t${at}`, size: at % 2 === 0 ? 1 : 100 }),
  );
  const past = history(
    Object.fromEntries(tasks.map(({ key }, at) => [key, known(at % 4 < 2 ? 5 : 20)] as const)),
  );
  const at = predictTasks([...tasks, task({ key: "new", size: 50 })], past).at(-1);
  expect(at?.from).toBe("kind");
});

test("with nothing known at all, sizes are all there is, within reason", () => {
  const sizes = [10, 10, 20, 10_000, 0];
  const means = predictTasks(
    sizes.map((size, at) => task({ key: `t${at}`, size })),
    noHistory,
  ).map(({ mean }) => mean);
  expect(means).toEqual([30, 30, 60, 240, 30]);
});
