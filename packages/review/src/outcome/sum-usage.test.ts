import { expect, test } from "vitest";
import { sumUsage } from "./sum-usage.ts";

const usage = { requests: 1, inputTokens: 10, outputTokens: 2, costUsd: 0.5 };

test("usage is summed over the agents that bill", () => {
  expect(sumUsage([{ usage }, { usage: null }, { usage }])).toEqual({
    requests: 2,
    inputTokens: 20,
    outputTokens: 4,
    costUsd: 1,
  });
});

test("one unknown price makes the sum unknown, not smaller", () => {
  expect(sumUsage([{ usage }, { usage: { ...usage, costUsd: null } }])?.costUsd).toBeNull();
});

test("there is no usage where nobody bills", () => {
  expect(sumUsage([{ usage: null }])).toBeNull();
});
