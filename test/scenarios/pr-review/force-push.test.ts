import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import { shownOn } from "../../support/action-scenario-shown.ts";

const base = {
  "src/total.js": "export const total = (a, b) => a + b;\n",
  "src/mean.js": "export const mean = (a, b) => (a + b) / 2;\n",
};
const change = {
  "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
  "src/mean.js": "export const mean = (a, b) => {\n  debugger;\n  return (a + b) / 2;\n};\n",
};
const permissions = { contents: "write", "pull-requests": "write", checks: "write" } as const;

test("a force-push that rewrites one file keeps what was said of the other, and says what is new", async () => {
  await using scenario = await startActionScenario({ base, change });
  await scenario.run();
  const before = shownOn(scenario);
  expect(before.threads).toEqual(["open src/mean.js:2", "open src/total.js:2"]);
  const [summary] = scenario.comments();

  const head = await scenario.forcePush({
    "src/total.js": "export const total = (a, b) => {\n  console.log(b);\n  return b + a;\n};\n",
  });
  const run = await scenario.run({ permissions });
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({ findings: "2", posted: "1" });

  const after = shownOn(scenario);
  expect(after.reviews).toEqual([before.reviews[0], head]);
  expect(after.threads).toEqual([
    "open src/mean.js:2",
    "open src/total.js:2",
    "resolved src/total.js:-",
  ]);
  expect(scenario.comments().map(({ id }) => id)).toEqual([summary?.id]);
  expect(after.checks).toEqual(["pr-review completed success"]);
  expect(run.requests.reads.length).toBeLessThanOrEqual(3);
  expect(run.requests.writes.length).toBeLessThanOrEqual(3);
});

test("a force-push back to the base's own lines resolves all, and the review is clean", async () => {
  await using scenario = await startActionScenario({ base, change });
  await scenario.run();
  await scenario.forcePush({
    "src/total.js": "export const total = (a, b) => b + a;\n",
    "src/mean.js": base["src/mean.js"],
  });
  const run = await scenario.run({ permissions });
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({ outcome: "clean", findings: "0" });
  const after = shownOn(scenario);
  expect(after.threads).toEqual(["resolved src/mean.js:-", "resolved src/total.js:-"]);
  expect(after.reviews).toHaveLength(1);
  expect(after.comments).toEqual(["## Review: Clean"]);
});
