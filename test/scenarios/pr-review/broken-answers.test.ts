import { describe, expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import {
  expectPlainReview,
  failAt,
  plainChange,
  plainRequests,
} from "../../support/action-scenario-fault.ts";

const fastTimers = true;

describe.each(plainRequests.map((name, index) => [name, index] as const))("%s", (_name, index) => {
  test("whose answer breaks off halfway is asked again, and a change is looked for first", async () => {
    await using scenario = await startActionScenario(plainChange);
    failAt(scenario, index, { kind: "cut" });
    const run = await scenario.run({ fastTimers });
    expect(run.exitCode, run.log).toBe(0);
    expectPlainReview(scenario);
  });

  test("whose answer is slow is waited for", async () => {
    await using scenario = await startActionScenario(plainChange);
    failAt(scenario, index, { kind: "slow", ms: 1500 });
    const run = await scenario.run();
    expect(run.exitCode, run.log).toBe(0);
    expectPlainReview(scenario);
    expect(run.requests.reads).toHaveLength(2);
    expect(run.requests.writes).toHaveLength(3);
  });
});

test("all answers of a run may break off once each", async () => {
  await using scenario = await startActionScenario(plainChange);
  for (let index = 0; index < 12; index += 2) failAt(scenario, index, { kind: "cut" });
  const run = await scenario.run({ fastTimers });
  expect(run.exitCode, run.log).toBe(0);
  expectPlainReview(scenario);
});
