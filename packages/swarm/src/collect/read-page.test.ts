import { describe, expect, test } from "vitest";
import {
  hung,
  pageOf,
  planOf,
  published,
  resultOf,
} from "../../../../test/support/swarm-builders.ts";
import type { Json } from "../task.ts";
import { readPage } from "./read-page.ts";

const plan = planOf({ lists: [[["a", "b"]]] });
const tasks = new Map(plan.tasks.map((task) => [task.key, task]));
const { digest } = published(plan);
const known = {
  current: tasks,
  ofPlan: (named: string, epoch: number) => (named === digest && epoch === 0 ? tasks : undefined),
};
const good = pageOf({ plan, results: [resultOf("a")] });

/** Reads a page after something in it was changed. */
function readChanged(change: (page: Record<string, Json>) => void, name = hung(good).name) {
  const page = JSON.parse(hung(good).content) as Record<string, Json>;
  change(page);
  return readPage({ name, content: JSON.stringify(page) }, "swarm", known);
}

test("a page that is as it must be is read", () => {
  expect(readPage(hung(good), "swarm", known)).toMatchObject({
    at: { worker: 0, page: 0, epoch: 0, attempt: 1 },
    results: good.results,
    refused: [],
    report: good.report,
  });
});

describe("a page is refused that", () => {
  test.each([
    [
      "is none of this swarm",
      { name: "zz-other-result-a1-w0-p0-e0" },
      /its name is not that of a page/,
    ],
    ["is a claim", { name: "zz-swarm-claim-a1-w0-b0-e0" }, /its name is not that of a page/],
    ["hangs at another worker's", { name: "zz-swarm-result-a1-w1-p0-e0" }, /hangs elsewhere/],
    ["hangs in another round", { name: "zz-swarm-result-a1-w0-p0-e1" }, /hangs elsewhere/],
    ["is no JSON", { content: "<html>" }, /it is not a page/],
    ["is no object", { content: "[]" }, /it is not a page/],
    ["is nothing", { content: "" }, /it is not a page/],
    ["goes too deep", { content: "[".repeat(1_000_000) }, /nested too deeply/],
    [
      "goes too deep in a result",
      { content: `{"results":[${"[".repeat(70)}${"]".repeat(70)}]}` },
      /nested/,
    ],
  ])("%s", (_title, change, why) => {
    expect(readPage({ ...hung(good), ...change }, "swarm", known)).toEqual({
      name: expect.any(String),
      why: expect.stringMatching(why),
    });
  });

  test("is of a plan that nobody published", () => {
    expect(readChanged((page) => (page.plan = "0".repeat(64)))).toMatchObject({
      why: /no such plan/,
    });
  });

  test("has a member too many, or one too few", () => {
    expect(readChanged((page) => (page.more = 1))).toMatchObject({ why: /not a page/ });
    expect(readChanged((page) => delete page.report)).toMatchObject({ why: /not a page: report/ });
  });

  test("tells of times that were never", () => {
    const content = hung(good).content.replace(/"at":\d+/, '"at":1e999');
    expect(readPage({ ...hung(good), content }, "swarm", known)).toMatchObject({
      why: /report\.at/,
    });
  });
});

describe("a result is refused, and the others count, that", () => {
  test.each([
    ["is of no planned task", { ...resultOf("b"), key: "z" }, "z", /no such task/],
    ["lasted less than nothing", resultOf("b", { seconds: -1 }), "b", /^seconds/],
    ["began in another age", resultOf("b", { startedAt: 1 }), "b", /^startedAt/],
    ["has a status of its own", { ...resultOf("b"), status: "perfect" }, "b", /^status/],
    ["has no output", { ...resultOf("b"), output: undefined }, "b", /^output/],
    [
      "votes with all its weight",
      resultOf("b", { votes: [{ item: "x", voter: "v", label: "l", weight: 1e300 }] }),
      "b",
      /^votes/,
    ],
    ["is nothing", null, null, /expected object/],
    ["has a key that is none", { key: 7 }, null, /^key/],
  ])("%s", (_title, result, key, why) => {
    const read = readChanged(
      (page) => (page.results = [result as Json, resultOf("a") as unknown as Json]),
    );
    expect(read).toMatchObject({
      results: [{ key: "a" }],
      refused: [{ key, why: expect.stringMatching(why) }],
    });
  });
});

test("what a key looks like does no harm", () => {
  const odd = planOf({ lists: [[["__proto__", "constructor"]]] });
  const page = pageOf({ plan: odd, results: [resultOf("__proto__"), resultOf("constructor")] });
  const oddTasks = new Map(odd.tasks.map((task) => [task.key, task]));
  const read = readPage(hung(page), "swarm", { current: oddTasks, ofPlan: () => oddTasks });
  expect(read).toMatchObject({ results: [{ key: "__proto__" }, { key: "constructor" }] });
});
