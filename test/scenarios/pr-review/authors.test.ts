import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
};

test.each(["dependabot[bot]", "renovate[bot]"])("%s is reviewed like anyone", async (author) => {
  await using scenario = await startActionScenario({ base, change, author });
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({ outcome: "findings", posted: "1" });
  expect(scenario.reviews().map(({ state }) => state)).toEqual(["COMMENTED"]);
  expect(scenario.comments()).toHaveLength(1);
});

test("a pull request of the token's own bot is commented on, never approved", async () => {
  await using scenario = await startActionScenario({ base, change });
  const { bot } = scenario.sandbox.world.actionsApp;
  Object.assign(scenario.pullRequest.issue, { author: bot });
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  expect(scenario.reviews().map(({ state, author }) => [state, author.login])).toEqual([
    ["COMMENTED", bot.login],
  ]);
  const { reads, writes } = run.requests;
  expect([...reads, ...writes].filter(({ status }) => status >= 400)).toEqual([]);
});

test("with a person's own token all is written but the check, and it is said what takes it", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run({ token: scenario.tokenOf("ada") });
  expect(scenario.reviews().map(({ state, author }) => [state, author.login])).toEqual([
    ["COMMENTED", "ada"],
  ]);
  expect(scenario.comments()).toHaveLength(1);
  expect(scenario.checks()).toEqual([]);
  expect(run.exitCode).toBe(1);
  expect(run.outputs.get("reason")).toBe("github/needs-app");
  expect(run.annotations[0]?.message).toMatch(/github\.token/);
});

test("a clean pull request is not approved either", async () => {
  await using scenario = await startActionScenario({
    base,
    change: { "README.md": "# Shop\n\nIt sells things.\n" },
  });
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("outcome")).toBe("clean");
  expect(scenario.reviews()).toEqual([]);
  expect(scenario.checks().map(({ conclusion }) => conclusion)).toEqual(["success"]);
});
