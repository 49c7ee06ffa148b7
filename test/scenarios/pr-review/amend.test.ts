import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import { shownOn } from "../../support/action-scenario-shown.ts";

test("an amended commit with the same content gets its own check, and nothing is said again", async () => {
  await using scenario = await startActionScenario();
  const first = await scenario.run();
  expect(first.exitCode, first.log).toBe(0);
  const before = shownOn(scenario);
  const [summary] = scenario.comments();

  const head = await scenario.forcePush({});
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({ findings: "1", posted: "0" });
  expect(shownOn(scenario)).toEqual(before);
  expect(scenario.comments().map(({ id }) => id)).toEqual([summary?.id]);
  expect(scenario.comments()[0]?.body).toContain(head.slice(0, 10));
  // Each commit has the one check that its page shows.
  expect(scenario.checks().map(({ suite }) => suite.headSha)).toEqual([before.reviews[0], head]);
  expect(run.requests.writes).toHaveLength(2);
});
