import { expect, test } from "vitest";
import { createBudget } from "./budget.ts";

const url = "https://api.github.test/repos/octo/app";
const clock = { now: () => 0, random: () => 0, sleep: async () => {} };
const headers = new Headers({
  "x-ratelimit-limit": "100",
  "x-ratelimit-remaining": "9",
  "x-ratelimit-reset": "60",
});

test("a share that is settled after the first request counts from then on", () => {
  const limits = { budgetShare: 0.1, maxWaitMs: 0 };
  const budget = createBudget(limits, clock);
  budget.observe(url, 200, headers);
  expect(() => budget.check(url, "here")).toThrow(/1 requests of the 1 it may: 10 % of the 10/);
  limits.budgetShare = 0.5;
  expect(() => budget.check(url, "here")).not.toThrow();
  expect(budget.usage()).toEqual({ limit: 100, remainingAtStart: 10, used: 1, share: 0.5 });
});
