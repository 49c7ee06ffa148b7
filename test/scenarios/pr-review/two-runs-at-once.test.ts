import { expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";
import { plainChange } from "../../support/action-scenario-fault.ts";
import { shownOn } from "../../support/action-scenario-shown.ts";

/** Where the first of two runs is held up, so that the other one catches up with it. */
const places = [
  ["nowhere", null],
  ["before it looks at the head again", { method: "POST", path: /^\/graphql/, skip: 2 }],
  ["at its review", { method: "POST", path: /\/pulls\/1\/reviews/, skip: 0 }],
  ["at its summary", { method: "POST", path: /^\/graphql/, skip: 4 }],
  ["at its check", { method: "POST", path: /\/check-runs/, skip: 0 }],
] as const;

test.each(places)(
  "of two runs on one commit, the first held up %s, one review stays",
  async (_name, place) => {
    await using scenario = await startActionScenario(plainChange);
    if (place !== null) {
      scenario.sandbox.addFault({ ...place, effect: { kind: "slow", ms: 1500 } });
    }
    const runs = await Promise.all([scenario.run(), scenario.run()]);
    for (const run of runs) expect(run.exitCode, run.log).toBe(0);
    expectOneOfEach(scenario);
    const again = await scenario.run();
    expect(again.exitCode, again.log).toBe(0);
    expect(again.requests.writes).toEqual([]);
  },
);

test("three at once do no worse", async () => {
  await using scenario = await startActionScenario(plainChange);
  const runs = await Promise.all([scenario.run(), scenario.run(), scenario.run()]);
  for (const run of runs) expect(run.exitCode, run.log).toBe(0);
  expectOneOfEach(scenario);
});

/** A review whose every comment was taken back is folded, and says where to look instead. */
function expectOneOfEach(scenario: ActionScenario): void {
  const { comments, threads, checks } = shownOn(scenario);
  expect(comments).toEqual(["## Review: 2 findings"]);
  expect(threads).toEqual(["open src/total.js:2", "open src/total.js:3"]);
  expect(checks).toEqual(["pr-review completed success"]);
  const shown = scenario.reviews().filter(({ minimizedReason }) => minimizedReason === undefined);
  expect(shown).toHaveLength(1);
  for (const review of scenario.reviews()) {
    if (review === shown[0]) continue;
    expect(review.minimizedReason).toBe("duplicate");
    expect(review.body).toMatch(/said the same in \[its review\]\(/);
  }
  expect(scenario.threads().map(({ comments: [comment] }) => comment?.review)).toEqual([
    shown[0],
    shown[0],
  ]);
}
