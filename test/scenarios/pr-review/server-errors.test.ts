import { describe, expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import {
  expectNothingTwice,
  expectPlainReview,
  failAt,
  plainChange,
  plainRequests,
} from "../../support/action-scenario-fault.ts";
import { namesOf } from "../../support/action-scenario-shown.ts";

const statuses = [500, 502, 503] as const;
const fastTimers = true;

test("a first run asks these five times, and that is what goes wrong below", async () => {
  await using scenario = await startActionScenario(plainChange);
  const run = await scenario.run();
  expect(namesOf([...run.requests.reads, ...run.requests.writes])).toEqual(plainRequests);
  expectPlainReview(scenario);
});

describe.each(plainRequests.map((name, index) => [name, index] as const))(
  "when the server fails at %s",
  (_name, index) => {
    const [status = 500] = statuses.slice(index % statuses.length);

    test(`once, with ${status}, the run goes on and writes all once`, async () => {
      await using scenario = await startActionScenario(plainChange);
      failAt(scenario, index, { kind: "status", status });
      const run = await scenario.run({ fastTimers });
      expect(run.exitCode, run.log).toBe(0);
      expect(run.outputs.get("published")).toBe("written");
      expectPlainReview(scenario);
    });

    test("for good, the run is red and says where; the next run completes it", async () => {
      await using scenario = await startActionScenario(plainChange);
      failAt(scenario, index, { kind: "status", status }, Number.MAX_SAFE_INTEGER);
      const run = await scenario.run({ fastTimers });
      expect(run.exitCode, run.log).toBe(1);
      expect(run.outputs.get("outcome")).toBe("not-run");
      expect(run.outputs.get("published")).toBe("nothing");
      const errors = run.annotations.filter(({ level }) => level === "error");
      expect(errors).toHaveLength(1);
      expect(errors[0]?.message).toContain(String(status));
      expect(run.log).toContain("fix: ");
      expect(run.summary).toContain(String(status));
      expectNothingTwice(scenario);

      scenario.sandbox.clearFaults();
      const again = await scenario.run();
      expect(again.exitCode, again.log).toBe(0);
      expectPlainReview(scenario);
    });
  },
);

test("when each of the five fails once in one run, it is only slower", async () => {
  await using scenario = await startActionScenario(plainChange);
  // A question is repeated at once; a change is looked for in between.
  for (const [at, index] of [0, 2, 4, 7, 10].entries()) {
    const [status = 500] = statuses.slice(at % statuses.length);
    failAt(scenario, index, { kind: "status", status });
  }
  const run = await scenario.run({ fastTimers });
  expect(run.exitCode, run.log).toBe(0);
  expectPlainReview(scenario);
  expect(scenario.sandbox.exchanges.filter(({ faulted }) => faulted)).toHaveLength(5);
});
