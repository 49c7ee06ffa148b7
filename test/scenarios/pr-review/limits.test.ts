import { describe, expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";
import {
  apiPath,
  expectNothingTwice,
  expectPlainReview,
  failAt,
  plainChange,
  plainRequests,
} from "../../support/action-scenario-fault.ts";

const fastTimers = true;
const minute = 60_000;

/** The waits for limits; those before a repetition are shorter. */
function longWaits(waits: readonly number[]): readonly number[] {
  return waits.filter((ms) => ms > 5000);
}

describe.each([429, 403] as const)("a storm of %d", (status) => {
  test("that says how long to wait is waited out at every call, and nothing is there twice", async () => {
    await using scenario = await startActionScenario(plainChange);
    const effect = { kind: "rate-limit", status, retryAfter: 30 } as const;
    for (const index of plainRequests.keys()) failAt(scenario, 2 * index, effect);
    const run = await scenario.run({ fastTimers });
    expect(run.exitCode, run.log).toBe(0);
    expectPlainReview(scenario);
    const waits = longWaits(run.waits);
    expect(waits).toHaveLength(plainRequests.length);
    for (const wait of waits) {
      expect(wait).toBeGreaterThan(25_000);
      expect(wait).toBeLessThanOrEqual(30_000);
    }
    expect(run.summary).toMatch(/1[0-9]{2} s waited for limits/);
  });

  test("that does not say how long is waited for a minute, then two", async () => {
    await using scenario = await startActionScenario(plainChange);
    failAt(scenario, 2, { kind: "rate-limit", status, retryAfter: null }, 2);
    const run = await scenario.run({ fastTimers });
    expect(run.exitCode, run.log).toBe(0);
    expectPlainReview(scenario);
    const [first = 0, second = 0, ...more] = longWaits(run.waits);
    expect(more).toEqual([]);
    expect(first).toBeGreaterThan(0.9 * minute);
    expect(first).toBeLessThan(1.2 * minute);
    expect(second).toBeGreaterThan(1.9 * minute);
    expect(second).toBeLessThan(2.3 * minute);
  });
});

test("a wait longer than the settings allow ends the run at once, and says when to come back", async () => {
  await using scenario = await startActionScenario({
    ...plainChange,
    base: { ...plainChange.base, ".github/swarm.yml": "github:\n  max-wait: 60\n" },
  });
  failAt(scenario, 2, { kind: "rate-limit", status: 429, retryAfter: 3600 }, 100);
  const run = await scenario.run({ fastTimers });
  expect(run.exitCode).toBe(1);
  expect(longWaits(run.waits)).toEqual([]);
  expectRed(run.log, /GitHub's limit is spent until .* more than the 60 s a run may wait/);
  expect(run.log).toMatch(/fix: Run again after \d{4}-/);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "not-run",
    reason: "github/limit",
    published: "nothing",
  });
  expect(run.requests.writes).toHaveLength(1);
  await expectHealed(scenario);
});

test("waits that add up to too much end the run, whatever each of them is", async () => {
  await using scenario = await startActionScenario(plainChange);
  failAt(scenario, 0, { kind: "rate-limit", status: 403, retryAfter: 250 }, 1000);
  const run = await scenario.run({ fastTimers });
  expect(run.exitCode).toBe(1);
  expect(longWaits(run.waits)).toHaveLength(2);
  expectRed(run.log, /more than the 600 s a run may wait/);
  await expectHealed(scenario);
});

test.each(plainRequests.slice(2).map((name, at) => [name, at + 2] as const))(
  "%s that was submitted too quickly is not tried again within the hour",
  async (_name, index) => {
    await using scenario = await startActionScenario(plainChange);
    const message = "Validation Failed: was submitted too quickly";
    failAt(scenario, index, { kind: "status", status: 403, message }, 1000);
    const run = await scenario.run({ fastTimers });
    expect(run.exitCode).toBe(1);
    expect(longWaits(run.waits)).toEqual([]);
    expectRed(run.log, /was submitted too quickly/);
    expect(run.log).toContain("run again in about an hour");
    const sent = scenario.sandbox.exchanges.filter(
      ({ faulted, url }) => faulted && apiPath.test(url),
    );
    expect(sent).toHaveLength(1);
    await expectHealed(scenario);
  },
);

function expectRed(log: string, message: RegExp): void {
  const errors = log.split("\n").filter((line) => line.startsWith("##[error]"));
  expect(errors.join("\n")).toMatch(message);
}

/** The next run, once GitHub lets it, completes what is there. */
async function expectHealed(scenario: ActionScenario): Promise<void> {
  expectNothingTwice(scenario);
  scenario.sandbox.clearFaults();
  const again = await scenario.run();
  expect(again.exitCode, again.log).toBe(0);
  expectPlainReview(scenario);
}
