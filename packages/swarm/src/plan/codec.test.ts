import { canonicalJson } from "@swarm-actions/core";
import { expect, test } from "vitest";
import { noHistory } from "../history/history.ts";
import type { Json, Task } from "../task.ts";
import { decodePlan } from "./decode.ts";
import { encodePlan, planDigest } from "./encode.ts";
import type { SwarmPlan } from "./plan.ts";
import { planSwarm } from "./plan-swarm.ts";

const task = (key: string, payload: Json = null): Task => ({
  key,
  kind: "file",
  affinity: "a",
  size: 2,
  payload,
});

const plan = planSwarm(
  [task("a", { z: 1, a: [{ y: 2, b: null }] }), { ...task("b"), asks: ["one"] }, task("c")],
  noHistory,
  { key: "swarm", workers: 2 },
);

test("a plan is canonical JSON: equal plans give equal bytes and digests", () => {
  expect(encodePlan(plan)).toBe(canonicalJson(plan));
  const read = decodePlan(encodePlan(plan));
  expect(read).toEqual(plan);
  expect(planDigest(read)).toBe(planDigest(plan));
  const change = { head: "b", base: "a" };
  const note = {
    startedAt: 5,
    endedAt: 6,
    runnerPrice: null,
    isAdaptive: true,
    agents: ["a"],
    maxCost: 2,
    change,
    api: { requests: 3, limit: { requests: 5000, left: 4997 } },
  };
  const noted = { ...plan, note };
  expect(encodePlan(noted)).toBe(canonicalJson(noted));
  expect(decodePlan(encodePlan(noted))).toEqual(noted);
});

const changed = (change: (from: SwarmPlan) => object): string =>
  JSON.stringify({ ...plan, ...change(plan) });

const first = plan.lists[0] ?? [];
const [block] = first;

test.each([
  ["no JSON", "{"],
  ["nothing", "null"],
  ["of another version", changed(() => ({ version: 2 }))],
  ["with more in it", changed(() => ({ extra: 1 }))],
  ["of a key that is none", changed(() => ({ key: "../x" }))],
  ["without a prediction", changed(({ predictions }) => ({ predictions: predictions.slice(1) }))],
  ["with a key twice", changed(({ tasks }) => ({ tasks: [tasks[0], tasks[0], tasks[2]] }))],
  ["with a task in no block", changed(({ lists }) => ({ lists: [[], lists[1]] }))],
  ["with a task twice", changed(({ lists }) => ({ lists: [lists[0], lists[0]] }))],
  [
    "with a task that is none",
    changed(({ lists }) => ({ lists: [[{ ...block, tasks: [7] }], lists[1]] })),
  ],
  [
    "with a block elsewhere",
    changed(({ lists }) => ({ lists: [[{ ...block, block: 5 }, ...first.slice(1)], lists[1]] })),
  ],
  ["with too few lists", changed(({ lists }) => ({ lists: lists.slice(1) }))],
  [
    "with a payload left out",
    changed(({ tasks }) => ({ tasks: tasks.map(({ payload: _, ...rest }) => rest) })),
  ],
  ["with a block of nothing", changed(() => ({ lists: [[{ ...block, tasks: [] }], []] }))],
  ["with a block of no places", changed(() => ({ lists: [[{ ...block, tasks: [0.5] }], []] }))],
  ["nested without end", `${"[".repeat(200)}${"]".repeat(200)}`],
  ["endless", changed(() => ({})).replace('"epoch":0', '"epoch":1e999')],
])("a plan that is %s is refused", (_what, text) => {
  expect(() => decodePlan(text)).toThrow(expect.objectContaining({ code: "plan/invalid" }));
});

test.each([
  ["tasks.1", { key: "" }],
  ["tasks.1.key", { key: "k".repeat(4097) }],
  ["tasks.1.kind", { kind: 7 }],
  ["tasks.1.affinity", { affinity: "" }],
  ["tasks.1.size", { size: -1 }],
  ["tasks.1.asks", { asks: [] }],
  ["tasks.1.asks.0", { asks: [null] }],
  ["tasks.1: ", { more: 1 }],
])("what is wrong at %s is told with its place", (place, change) => {
  const text = changed(({ tasks }) => ({
    tasks: tasks.map((one, at) => (at === 1 ? { ...one, ...change } : one)),
  }));
  expect(() => decodePlan(text)).toThrow(place);
});

test.each([
  ["predictions.2.mean", { mean: 1e9 }],
  ["predictions.2.variance", { variance: -1 }],
  ["predictions.2.from", { from: "guess" }],
  ["predictions.2: ", { more: 1 }],
])("what is wrong with a prediction is told with its place: %s", (place, change) => {
  const text = changed(({ predictions }) => ({
    predictions: predictions.map((one, at) => (at === 2 ? { ...one, ...change } : one)),
  }));
  expect(() => decodePlan(text)).toThrow(place);
});
