import { expect, test } from "vitest";
import { noHistory } from "../../history/history.ts";
import { decodePlan } from "../../plan/decode.ts";
import { encodePlan } from "../../plan/encode.ts";
import { needsGroups, planHierarchy } from "./plan-hierarchy.ts";

const tasks = Array.from({ length: 900 }, (_, at) => ({
  key: `t${at}`,
  kind: "test",
  affinity: null,
  size: 1,
  payload: null,
}));

test("past 256 workers there are groups, each a swarm of its own", () => {
  const { top, groups } = planHierarchy(tasks, noHistory, {
    key: "swarm",
    groups: "auto",
    workers: 600,
  });
  expect(groups.map(({ key }) => key)).toEqual(["swarm-g0", "swarm-g1", "swarm-g2"]);
  expect(groups.map(({ choice }) => choice.workers)).toEqual([200, 200, 200]);
  expect(top).toMatchObject({ topology: "hierarchical", choice: { workers: 3 } });
  for (const plan of [top, ...groups]) expect(decodePlan(encodePlan(plan))).toEqual(plan);
});

test("every task is in one group, that of its worker in the plan on top, with as much work in each", () => {
  const { top, groups } = planHierarchy(tasks, noHistory, { key: "swarm", groups: 4, workers: 8 });
  for (const [group, [block]] of top.lists.entries()) {
    const keys = block?.tasks.map((index) => top.tasks[index]?.key);
    expect(groups[group]?.tasks.map(({ key }) => key)).toEqual(keys);
  }
  expect(groups.flatMap((plan) => plan.tasks)).toHaveLength(900);
  const work = top.lists.map(([block]) => block?.seconds ?? 0);
  expect(Math.max(...work) / Math.min(...work)).toBeLessThan(1.1);
});

test("there are no more groups than tasks", () => {
  const { groups } = planHierarchy(tasks.slice(0, 2), noHistory, { key: "swarm", groups: 5 });
  expect(groups).toHaveLength(2);
});

test.each([{ groups: 1, workers: 600 }, { groups: 300 }, { groups: 0 }])(
  "%j do not fit",
  (options) => {
    expect(() => planHierarchy(tasks, noHistory, { key: "swarm", ...options })).toThrow(
      expect.objectContaining({ code: "plan/bad-option" }),
    );
  },
);

test("a matrix is enough for 256", () => {
  expect([256, 257].map(needsGroups)).toEqual([false, true]);
});
