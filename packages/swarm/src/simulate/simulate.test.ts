import { describe, expect, test } from "vitest";
import { createRandom, normal } from "./random.ts";
import { simulate } from "./simulate.ts";
import { noFaults, policyNames, type SimulationOptions, type WorldOptions } from "./simulation.ts";

const world = (overrides: Partial<WorldOptions> = {}): WorldOptions => ({
  seed: 1,
  workers: 8,
  claimSeconds: 1.5,
  readyMedian: 10,
  readySigma: 0.6,
  speedSigma: 0.12,
  faults: noFaults,
  ...overrides,
});

/** As many tasks, heavy-tailed, each predicted within some error. */
function work(
  count: number,
  seed = 1,
  error = 0.3,
): Pick<SimulationOptions, "tasks" | "predictions" | "actual"> {
  const random = createRandom(seed);
  const actual = Array.from({ length: count }, () => Math.exp(normal(random)));
  return {
    actual,
    tasks: actual.map((_, at) => ({
      key: `t${at}`,
      kind: "test",
      affinity: null,
      size: 1,
      payload: null,
    })),
    predictions: actual.map((seconds) => {
      return { mean: seconds * Math.exp(error * normal(random)), variance: 0, from: "history" };
    }),
  };
}

const run = (overrides: Partial<SimulationOptions> = {}) =>
  simulate({ policy: "ours", ...work(400), world: world(), rounds: 0, ...overrides });

test("the same seed gives the same run, another seed another", () => {
  expect(run()).toEqual(run());
  expect(run({ world: world({ seed: 2 }) })).not.toEqual(run());
});

test.each(policyNames)("%s loses no task where nothing goes wrong", (policy) => {
  expect(run({ policy })).toMatchObject({ lost: 0 });
});

test("policies meet the same workers and the same work", () => {
  const bounds = policyNames.map((policy) => run({ policy }).lowerBound);
  expect(new Set(bounds).size).toBe(1);
});

test("no policy beats the lower bound", () => {
  for (let seed = 0; seed < 40; seed++) {
    for (const policy of policyNames) {
      expect(run({ policy, world: world({ seed }) }).rho).toBeGreaterThanOrEqual(1);
    }
  }
});

test("one worker that nothing disturbs does its tasks one after the other, and waits for one look", () => {
  const alone = { workers: 1, readyMedian: 0.001, readySigma: 0, speedSigma: 0 };
  const { makespan, billedMinutes } = run({ world: world(alone) });
  const seconds = work(400).actual.reduce((sum, each) => sum + each, 0);
  expect(makespan).toBeGreaterThan(seconds);
  expect(makespan).toBeLessThan(seconds + 1);
  expect(billedMinutes).toBe(Math.ceil(makespan / 60));
});

test("work goes up with the number of workers, nearly in step", () => {
  const many = work(20_000);
  const seconds = many.actual.reduce((sum, each) => sum + each, 0);
  const quick = { readyMedian: 1, readySigma: 0.3 };
  for (const workers of [4, 16, 64, 256]) {
    const { makespan } = run({ ...many, world: world({ workers, ...quick }) });
    expect(seconds / makespan / workers).toBeGreaterThan(0.75);
  }
});

describe("with faults", () => {
  test("workers that die cost rounds, and without one their work is missing", () => {
    const dying = world({ faults: { ...noFaults, lostWorkers: 1 } });
    expect(run({ world: dying }).lost).toBeGreaterThan(0);
  });

  test.each(["burntNames", "lostResponses", "lateListings", "waits"] as const)(
    "%s alone lose nothing even in one round",
    (fault) => {
      for (let seed = 0; seed < 50; seed++) {
        const harsh = world({ seed, faults: { ...noFaults, [fault]: 0.5 } });
        expect(run({ world: harsh })).toMatchObject({ lost: 0 });
      }
    },
  );
});
