import { expect, test } from "vitest";
import { cutBlocks } from "./cut-blocks.ts";

function cut(seconds: readonly number[], overrides: Partial<Parameters<typeof cutBlocks>[0]> = {}) {
  return cutBlocks({
    tasks: seconds.map((_, at) => {
      return { key: `t${at}`, kind: "test", affinity: null, size: 1, payload: null };
    }),
    predictions: seconds.map((mean) => ({ mean, variance: 0, from: "history" })),
    workers: 4,
    claimSeconds: 1,
    ready: [],
    maxSize: Number.POSITIVE_INFINITY,
    maxBlocks: 900,
    ...overrides,
  });
}

const many = Array.from({ length: 400 }, (_, at) => 1 + (at % 7));

test("every task stands in exactly one block", () => {
  const tasks = cut(many)
    .flat()
    .flatMap((block) => block.tasks);
  expect(tasks.toSorted((a, b) => a - b)).toEqual(many.map((_, at) => at));
});

test("blocks shrink towards the end of a list, and none but the last is less than two claims", () => {
  for (const list of cut(many)) {
    const seconds = list.map((block) => block.seconds);
    expect(seconds[0]).toBeGreaterThan(3 * (seconds.at(-1) ?? 0));
    for (const one of seconds.slice(0, -1)) expect(one).toBeGreaterThanOrEqual(2);
  }
});

test("a task that lasts as long as all others together stands alone in the list of who comes first", () => {
  const lists = cut([300, ...Array.from({ length: 100 }, () => 3)], { ready: [1, 5, 9, 30] });
  expect(lists[0]).toEqual([{ worker: 0, block: 0, tasks: [0], seconds: 300 }]);
});

test("who comes late is left less", () => {
  const sums = cut(many, { ready: [0, 0, 0, 100] }).map((list) =>
    list.reduce((sum, { seconds }) => sum + seconds, 0),
  );
  expect(sums[3]).toBeLessThan((sums[0] ?? 0) - 80);
});

test("what nobody is sure of comes before what is known to last as long", () => {
  const predictions = [0, 25, 0].map((variance) => ({ mean: 5, variance, from: "kind" as const }));
  const [list] = cut([5, 5, 5], { workers: 1, predictions });
  expect(list?.[0]?.tasks[0]).toBe(1);
});

test("caps hold: blocks in all, and sizes in each", () => {
  expect(cut(many, { maxBlocks: 12 }).flat().length).toBeLessThanOrEqual(12);
  for (const { tasks } of cut(many, { maxSize: 3 }).flat())
    expect(tasks.length).toBeLessThanOrEqual(3);
});
