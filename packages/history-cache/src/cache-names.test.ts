import { expect, test } from "vitest";
import { cacheNames } from "./cache-names.ts";

function names(variables: Readonly<Record<string, string>>, key = "swarm", main = "main") {
  return cacheNames(key, { variables, runId: 12, runAttempt: 2 }, main);
}
const onMain = { GITHUB_REF_NAME: "main" };

test("a run keeps its history under a name of its own", () => {
  expect(names(onMain).own).toMatch(/^swarm-history-v1-swarm-main\.[0-9a-f]{12}-12-2$/);
  expect(names(onMain).own.startsWith(names(onMain).families[0] ?? "-")).toBe(true);
});

test("a branch reads its own history, and that of the default branch", () => {
  const [own, base, ...more] = names({ GITHUB_REF_NAME: "topic" }).families;
  expect(own).toContain("-topic.");
  expect([base, ...more]).toEqual(names(onMain).families);
});

test("a pull request reads that of its base, too, and writes none of them", () => {
  const given = { GITHUB_REF_NAME: "7/merge", GITHUB_BASE_REF: "release" };
  const { own, families } = names(given);
  expect(families.map((one) => one.replace(/\.\w+-$/, ""))).toEqual([
    "swarm-history-v1-swarm-7_merge",
    "swarm-history-v1-swarm-release",
    "swarm-history-v1-swarm-main",
  ]);
  for (const family of families.slice(1)) expect(own.startsWith(family)).toBe(false);
});

test.each([
  ["a branch that another begins with", "a", "a-1"],
  ["branches that look alike", "a/b", "a_b"],
  ["a branch named as a number of a run", "a", "a-12-2"],
])("%s reads nothing of the other's", (_what, one, other) => {
  const [family = ""] = names({ GITHUB_REF_NAME: one }).families;
  expect(names({ GITHUB_REF_NAME: other }).own.startsWith(family)).toBe(false);
});

test("a swarm reads nothing of another's", () => {
  const [family = ""] = names({ GITHUB_REF_NAME: "x" }, "swarm").families;
  expect(names({ GITHUB_REF_NAME: "x" }, "swarm-x").own.startsWith(family)).toBe(false);
});

test("the longest branch fits, without anything that a key may not hold", () => {
  const { own } = names({ GITHUB_REF_NAME: `a,\n${"ß".repeat(5000)}` }, "k".repeat(40));
  expect(own).toMatch(/^[\w.-]{1,200}$/);
});
