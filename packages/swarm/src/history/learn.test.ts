import { expect, test } from "vitest";
import { historyLimits } from "./forget.ts";
import { type History, noHistory } from "./history.ts";
import { type Lessons, learnFrom, lessonsOf } from "./learn.ts";

const lesson = (seconds: number, key = "a"): Lessons => ({
  durations: [{ key, kind: "test", seconds }],
  readySeconds: [],
  setupSeconds: [],
  claimSeconds: [],
  judged: [],
});

function learnAll(all: readonly Lessons[], from: History = noHistory): History {
  return all.reduce(learnFrom, from);
}

test("the first times are averaged plainly, later ones weigh three tenths", () => {
  expect(learnAll([lesson(10)]).durations.get("a")).toEqual({
    mean: 10,
    variance: 0,
    count: 1,
    kind: "test",
    seen: 1,
  });
  expect(learnAll([lesson(10), lesson(20)]).durations.get("a")).toMatchObject({
    mean: 15,
    variance: 25,
  });
  const steady = learnAll(Array.from({ length: 10 }, () => lesson(10)));
  const after = learnFrom(steady, lesson(20)).durations.get("a");
  expect(after?.mean).toBeCloseTo(13);
  expect(after?.variance).toBeCloseTo(0.7 * 0.3 * 100);
  expect(after).toMatchObject({ count: 11, seen: 11 });
});

test("a change of pace is learned within a few runs", () => {
  const runs = [...Array.from({ length: 20 }, () => 10), ...Array.from({ length: 8 }, () => 40)];
  const { mean = 0 } = learnAll(runs.map((seconds) => lesson(seconds))).durations.get("a") ?? {};
  expect(mean).toBeGreaterThan(37);
});

test("what was not seen for long is forgotten", () => {
  const others = Array.from({ length: historyLimits.runs }, () => lesson(1, "b"));
  const almost = learnAll(others, learnAll([lesson(5)]));
  expect(almost.durations.has("a")).toBe(true);
  expect(learnFrom(almost, lesson(1, "b")).durations.has("a")).toBe(false);
});

test("of too many tasks the longest unseen go", () => {
  const many = (from: number, count: number): Lessons => ({
    ...lesson(0),
    durations: Array.from({ length: count }, (_, at) => ({
      key: `k${from + at}`,
      kind: "test",
      seconds: 1,
    })),
  });
  const history = learnAll([many(0, 10), many(10, historyLimits.durations)]);
  expect(history.durations.size).toBe(historyLimits.durations);
  expect(history.durations.has("k0")).toBe(false);
  expect(history.durations.has("k10")).toBe(true);
});

test("measurements are kept up to their number, latest last", () => {
  const told = { ...lesson(1), readySeconds: [1, 2, 3], claimSeconds: [0.5] };
  const history = learnAll([
    { ...told, readySeconds: Array.from({ length: historyLimits.samples }, () => 9) },
    told,
  ]);
  expect(history.readySeconds).toHaveLength(historyLimits.samples);
  expect(history.readySeconds.slice(-4)).toEqual([9, 1, 2, 3]);
  expect(history.claimSeconds).toEqual([0.5, 0.5]);
});

test("judgements of voters add up, and older ones fade where there are many", () => {
  const judged = (right: number, wrong: number): Lessons => ({
    ...lesson(1),
    judged: [{ voter: "claude", right, wrong }],
  });
  expect(learnAll([judged(3, 1), judged(1, 0)]).reliability.get("claude")).toEqual({
    right: 4,
    wrong: 1,
  });
  const faded = learnAll([judged(1_000, 0), judged(0, 1_000)]).reliability.get("claude");
  expect(faded).toEqual({ right: 500, wrong: 500 });
});

test("a run does not change what was known before", () => {
  const before = learnAll([lesson(10)]);
  learnFrom(before, lesson(30));
  expect(before.durations.get("a")?.mean).toBe(10);
});

test.each([Number.NaN, -1, Number.POSITIVE_INFINITY])("no task lasts %s seconds", (seconds) => {
  expect(() => learnFrom(noHistory, lesson(seconds))).toThrow(RangeError);
});

test("results of a run teach, and failed ones only where nothing else is known", () => {
  const task = (key: string) => ({ key, kind: "test", affinity: null, size: 1, payload: null });
  const result = (key: string, status: "done" | "failed", seconds: number) => ({
    key,
    status,
    output: null,
    votes: [],
    error: null,
    startedAt: 0,
    seconds,
    usage: null,
  });
  const worker = {
    startedAt: 12_000,
    worker: 0,
    epoch: 0,
    attempt: 1,
    readyAt: 15_000,
    at: 20_000,
    isDone: true,
    spans: [],
    claims: 2,
    conflicts: 0,
    steals: 0,
    claimSeconds: [0.4, 0.6],
    providers: [],
  };
  const lessons = lessonsOf({
    tasks: [task("a"), task("b"), task("c")],
    results: [
      result("a", "done", 3),
      result("b", "failed", 60),
      result("c", "failed", 60),
      result("unknown", "done", 1),
    ],
    workers: [worker, { ...worker, epoch: 1, readyAt: 90_000, claimSeconds: [0.7] }],
    startedAt: 5_000,
    known: learnAll([lesson(2, "b")]).durations,
  });
  expect(lessons.durations.map(({ key }) => key)).toEqual(["a", "c"]);
  expect(lessons).toMatchObject({
    readySeconds: [10],
    setupSeconds: [3],
    claimSeconds: [0.4, 0.6, 0.7],
    judged: [],
  });
});
