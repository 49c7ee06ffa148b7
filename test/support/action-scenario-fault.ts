import type { Sandbox } from "@swarm-actions/sandbox";
import { expect } from "vitest";
import type { ActionScenario, ScenarioOptions } from "./action-scenario.ts";
import { shownOn } from "./action-scenario-shown.ts";
import { programAgent, saying } from "./program-agent.ts";

export type FaultEffect = Parameters<Sandbox["addFault"]>[0]["effect"];

/** All that the action asks of the API; not the checkout. */
export const apiPath = /^\/(graphql|repos\/)/;

/** A change of which a first run writes a review of two comments, a summary and a check. */
export const plainChange: ScenarioOptions = {
  base: { "src/total.js": "export const total = (a, b) => a + b;\n" },
  change: {
    "src/total.js":
      "export const total = (a, b) => {\n  debugger;\n  console.log(a);\n  return a + b;\n};\n",
  },
};

/** The requests of a first run on it, in order. */
export const plainRequests = [
  "query Conversation",
  "query Head",
  "POST /repos/acme/shop/pulls/1/reviews",
  "mutation Conclude",
  "POST /repos/acme/shop/check-runs",
] as const;

const wholeFile = {
  path: "src/total.js",
  severity: "high",
  category: "maintainability",
  rule: "no-header",
  message: "The file does not say what it is for.",
};

/**
 * A change with a finding about a whole file, which REST has no words for, and with more findings than
 * GitHub takes annotations at once.
 */
export const fullChange: ScenarioOptions = {
  base: {
    "src/total.js": "export const total = (a, b) => a + b;\n",
    ...programAgent("header", saying(wholeFile), {
      review: { consensus: { quorum: 1 }, "fail-on": "critical", "max-inline-comments": 25 },
    }),
  },
  change: {
    "src/total.js": `export const total = (a, b) => a + b;\n${"debugger;\n".repeat(40)}`,
    "src/mean.js": "debugger;\n".repeat(20),
  },
};

/** The requests of a first run on it, in order. */
export const fullRequests = [
  "query Conversation",
  "query Head",
  "mutation WriteReview",
  "mutation Conclude",
  "POST /repos/acme/shop/check-runs",
] as const;

/** Nothing on the pull request is there twice, and nothing is missing. */
export function expectPlainReview(scenario: ActionScenario): void {
  expect(shownOn(scenario)).toEqual({
    reviews: [scenario.pullRequest.head.sha],
    comments: ["## Review: 2 findings"],
    threads: ["open src/total.js:2", "open src/total.js:3"],
    checks: ["pr-review completed success"],
  });
  expect(scenario.checks().map(({ annotations }) => annotations.length)).toEqual([2]);
  expect(scenario.threads().map(({ comments }) => comments.length)).toEqual([1, 1]);
  expect(pendingReviews(scenario)).toBe(0);
}

/** Half of a review that was begun. */
export function pendingReviews({ pullRequest }: ActionScenario): number {
  return pullRequest.reviews.filter(({ state }) => state === "PENDING").length;
}

/** Nothing is there twice; something may be missing. */
export function expectNothingTwice(scenario: ActionScenario): void {
  const { reviews, comments, threads, checks } = shownOn(scenario);
  expect(reviews.length).toBeLessThanOrEqual(1);
  expect(comments.length).toBeLessThanOrEqual(1);
  expect(checks.length).toBeLessThanOrEqual(1);
  expect(new Set(threads).size).toBe(threads.length);
  expect(pendingReviews(scenario)).toBe(0);
}

/** A fault at the request of the action's that stands at `index`, counted from 0. */
export function failAt(
  { sandbox }: ActionScenario,
  index: number,
  effect: FaultEffect,
  times = 1,
): void {
  sandbox.addFault({ effect, path: apiPath, skip: index, times });
}
