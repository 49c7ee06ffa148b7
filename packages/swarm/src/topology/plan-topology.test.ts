import { expect, test } from "vitest";
import { noHistory } from "../history/history.ts";
import type { Task } from "../task.ts";
import { planTopology, type TopologyOptions } from "./plan-topology.ts";

const tasksOf = (count: number): readonly Task[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `t${at}`,
    kind: "ask",
    affinity: null,
    size: 1,
    payload: at,
  }));

function plan(count: number, overrides: Partial<TopologyOptions>) {
  const options = {
    key: "swarm",
    asked: "auto",
    groups: "auto",
    agents: [],
    ...overrides,
  } as const;
  return planTopology(tasksOf(count), noHistory, options);
}

test("a few workers are flat, more than a matrix holds are groups", () => {
  expect(plan(4, { workers: 2 })).toMatchObject({ top: { topology: "flat" }, groups: [] });
  const { top, groups } = plan(300, { workers: 300, maxWorkers: 300 });
  expect(top.topology).toBe("hierarchical");
  expect(groups.map(({ lists }) => lists.length)).toEqual([150, 150]);
});

test("a mesh has the agents that are named, or as many as there are workers", () => {
  const named = plan(1, { asked: "mesh", agents: ["ann"], always: ["lint"] });
  expect(named.top.tasks.map(({ key, asks }) => [key, asks])).toEqual([
    ["t0@w0", ["lint"]],
    ["t0@w1", ["ann"]],
  ]);
  const many = plan(1, { asked: "mesh", workers: 3 });
  expect(many.top.lists).toHaveLength(3);
  expect(() => plan(1, { asked: "mesh" })).toThrow(/who the agents of the mesh are/);
});

test("an adaptive swarm asks three at first, those who are always asked beside them", () => {
  const { top, agents } = plan(1, {
    asked: "adaptive",
    agents: ["eva", "dan", "cid", "bob", "ann"],
    always: ["lint"],
  });
  expect(top.tasks[0]?.asks).toEqual(["lint", "ann", "bob", "cid"]);
  expect(agents).toEqual(["ann", "bob", "cid", "dan", "eva"]);
});

test("an adaptive swarm of nobody asks nobody by name", () => {
  const { top, agents } = plan(1, { asked: "adaptive" });
  expect(top.tasks[0]).not.toHaveProperty("asks");
  expect(agents).toEqual([]);
});
