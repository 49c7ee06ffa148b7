import { expect, test } from "vitest";
import { encodeHistory } from "./encode.ts";
import { type Duration, type History, noHistory } from "./history.ts";
import { mergeHistories } from "./merge.ts";

const seen = (mean: number, seenIn: number, count = 1): Duration => ({
  mean,
  variance: 0,
  count,
  kind: "test",
  seen: seenIn,
});

function history(runs: number, durations: Record<string, Duration>, more = {}): History {
  return { ...noHistory, runs, durations: new Map(Object.entries(durations)), ...more };
}

test("each task keeps what was seen last, counted in the runs of the newer", () => {
  const main = history(10, { a: seen(1, 10), b: seen(2, 4), c: seen(3, 9) });
  const branch = history(7, { a: seen(9, 6), b: seen(8, 7), d: seen(7, 7) });
  const merged = mergeHistories(main, branch);
  expect(merged.runs).toBe(10);
  expect(Object.fromEntries(merged.durations)).toMatchObject({
    a: { mean: 1, seen: 10 },
    b: { mean: 8, seen: 10 },
    c: { mean: 3 },
    d: { mean: 7, seen: 10 },
  });
});

test("voters keep the most judgements, measurements are those of the newer where it has any", () => {
  const main = history(3, {}, { reliability: new Map([["x", { right: 5, wrong: 1 }]]) });
  const branch = history(
    2,
    {},
    { reliability: new Map([["x", { right: 1, wrong: 0 }]]), readySeconds: [4] },
  );
  const merged = mergeHistories(main, branch);
  expect(merged.reliability.get("x")).toEqual({ right: 5, wrong: 1 });
  expect(merged.readySeconds).toEqual([4]);
});

test("what either counted is not counted again, the newer's last", () => {
  const main = history(3, {}, { counted: ["a", "b"] });
  const branch = history(2, {}, { counted: ["b", "c"] });
  expect(mergeHistories(branch, main).counted).toEqual(["c", "a", "b"]);
});

test.each([
  [history(3, {}, { counted: ["a", "b"] }), history(3, {}, { counted: ["c", "a"] })],
  [history(3, { a: seen(1, 3) }), history(3, { a: seen(2, 3) })],
  [history(3, { a: seen(1, 3, 2) }), history(3, { a: seen(2, 3, 1), b: seen(1, 1) })],
  [history(5, { a: seen(1, 3) }), noHistory],
])("the order does not matter, and once is enough", (one, other) => {
  const merged = encodeHistory(mergeHistories(one, other));
  expect(encodeHistory(mergeHistories(other, one))).toBe(merged);
  expect(encodeHistory(mergeHistories(mergeHistories(one, other), other))).toBe(merged);
});
