import { describe, expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import {
  expectPlainReview,
  failAt,
  fullChange,
  fullRequests,
  pendingReviews,
  plainChange,
  plainRequests,
} from "../../support/action-scenario-fault.ts";
import { namesOf, shownOn } from "../../support/action-scenario-shown.ts";

const fastTimers = true;
const lost = { kind: "lost" } as const;
const writesOf = (requests: readonly string[]) =>
  requests.flatMap((name, index) => (name.startsWith("query") ? [] : [[name, index] as const]));

describe.each(writesOf(plainRequests))("%s took place, and nobody was told", (name, index) => {
  test("it is found, not repeated", async () => {
    await using scenario = await startActionScenario(plainChange);
    failAt(scenario, index, lost);
    const run = await scenario.run({ fastTimers });
    expect(run.exitCode, run.log).toBe(0);
    expectPlainReview(scenario);
    const sent = namesOf(scenario.sandbox.exchanges).filter((one) => one === name);
    expect(sent).toHaveLength(1);
    const log = run.readFile(run.outputs.get("audit-log") ?? "").toString();
    expect(log).toContain('"status":"found"');
  });

  test("even when looking for it goes wrong at first", async () => {
    await using scenario = await startActionScenario(plainChange);
    failAt(scenario, index, lost, 3);
    const run = await scenario.run({ fastTimers });
    expect(run.exitCode, run.log).toBe(0);
    expectPlainReview(scenario);
  });

  test("when nobody can look, the run is red, and the next one writes nothing twice", async () => {
    await using scenario = await startActionScenario(plainChange);
    failAt(scenario, index, lost, Number.MAX_SAFE_INTEGER);
    const run = await scenario.run({ fastTimers });
    expect(run.exitCode, run.log).toBe(1);
    expect(run.log).toMatch(/nobody knows whether ".*" took place/);
    expect(run.log).toContain("Run again: what was written is found then");
    scenario.sandbox.clearFaults();
    const again = await scenario.run();
    expect(again.exitCode, again.log).toBe(0);
    expectPlainReview(scenario);
  });
});

describe("a review with a comment on a whole file, and more annotations than fit in a request", () => {
  test("is written piece by piece in one document, and its check in two requests", async () => {
    await using scenario = await startActionScenario(fullChange);
    const run = await scenario.run();
    expect(run.exitCode, run.log).toBe(0);
    const { reads, writes } = run.requests;
    expect(namesOf([...reads, ...writes]).slice(0, 5)).toEqual(fullRequests);
    expect(writes.at(-1)?.method).toBe("PATCH");
    expect(writes).toHaveLength(4);
  });

  test.each([...writesOf(fullRequests), ["PATCH of the check", 5] as const])(
    "%s is not repeated when its answer is lost",
    async (_name, index) => {
      await using scenario = await startActionScenario(fullChange);
      failAt(scenario, index, lost);
      const run = await scenario.run({ fastTimers });
      expect(run.exitCode, run.log).toBe(0);
      const { reviews, comments, threads, checks } = shownOn(scenario);
      expect([reviews.length, comments.length, checks.length]).toEqual([1, 1, 1]);
      expect(threads).toHaveLength(26);
      expect(threads.filter((thread) => thread.endsWith(":-"))).toHaveLength(1);
      expect(new Set(threads).size).toBe(26);
      expect(scenario.checks().map(({ annotations }) => annotations.length)).toEqual([60]);
      expect(pendingReviews(scenario)).toBe(0);
    },
  );
});

test("the update of a summary and the resolution of threads are found too", async () => {
  await using scenario = await startActionScenario(plainChange);
  await scenario.run();
  await scenario.push({ "src/total.js": "export const total = (a, b) => b + a;\n" });
  scenario.sandbox.addFault({ effect: lost, path: /^\/graphql/, skip: 2 });
  const permissions = { contents: "write", "pull-requests": "write", checks: "write" } as const;
  const run = await scenario.run({ fastTimers, permissions });
  expect(run.exitCode, run.log).toBe(0);
  const shown = shownOn(scenario);
  expect(shown.comments).toEqual(["## Review: Clean"]);
  expect(shown.threads.every((thread) => thread.startsWith("resolved"))).toBe(true);
  expect(namesOf(run.requests.writes).filter((name) => name === "mutation Conclude")).toHaveLength(
    1,
  );
});
