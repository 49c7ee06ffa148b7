import { expect, test } from "vitest";
import { chooseTopology, type TopologyFacts } from "./choose-topology.ts";

const facts = (overrides: Partial<TopologyFacts>): TopologyFacts => ({
  asked: "auto",
  tasks: 1_000,
  workers: "auto",
  maxWorkers: 20,
  ...overrides,
});

test.each([
  ["what is usual", {}, "flat"],
  ["what is asked for", { asked: "mesh" }, "mesh"],
  ["groups that are asked for", { asked: "hierarchical" }, "hierarchical"],
  ["more jobs than a matrix holds", { maxWorkers: 500 }, "hierarchical"],
  ["so many workers", { workers: 257 }, "hierarchical"],
  ["a full matrix", { workers: 256, maxWorkers: 500 }, "flat"],
  ["fewer tasks than a matrix holds", { maxWorkers: 500, tasks: 200 }, "flat"],
  ["adaptive, few workers", { asked: "adaptive" }, "flat"],
  ["adaptive, many workers", { asked: "adaptive", maxWorkers: 300 }, "hierarchical"],
] as const)("%s", (_what, overrides, topology) => {
  expect(chooseTopology(facts(overrides))).toBe(topology);
});
