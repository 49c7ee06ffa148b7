import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";

const settings = ".github/swarm.yml";
const total = "export const total = (a, b) => a + b;\n";
const base = { "src/total.js": total };
const change = { "src/total.js": `${total}debugger;\n` };
const broken = "review:\n  ignore: []\n  fail-on: hihg\n";

test("settings on the base branch that are wrong make the run and its check red, and the place is named", async () => {
  await using scenario = await startActionScenario({
    base: { ...base, [settings]: broken },
    change,
  });
  const run = await scenario.run();
  expect(run.exitCode).toBe(1);
  expect(run.annotations).toMatchObject([
    { level: "error", message: expect.stringContaining(`${settings} (on main):3:12`) },
  ]);
  expect(run.annotations[0]?.message).toContain("fix: ");
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "not-run",
    published: "nothing",
  });
  const checks = scenario
    .checks()
    .map(({ name, conclusion, output }) => [name, conclusion, output.title]);
  expect(checks).toEqual([["pr-review", "failure", "The settings on main are broken"]]);
  expect(scenario.checks()[0]?.output.summary).toContain(`${settings} (on main):3:12`);
  expect([scenario.reviews(), scenario.comments(), scenario.threads()]).toEqual([[], [], []]);

  const again = await scenario.run();
  expect(again.exitCode).toBe(1);
  expect(again.requests.writes).toEqual([]);
  expect(scenario.checks()).toHaveLength(1);
});

test("once they are mended on the base, the same check turns to what the review says", async () => {
  await using scenario = await startActionScenario({
    base: { ...base, [settings]: broken },
    change,
  });
  await scenario.run();
  await scenario.pushBase({ [settings]: "review:\n  fail-on: high\n" });
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  const checks = scenario.checks().map(({ conclusion, output }) => [conclusion, output.title]);
  expect(checks).toEqual([["success", "1 finding"]]);
  expect(scenario.reviews()).toHaveLength(1);
});

test("a pull request cannot change the settings that it is reviewed by", async () => {
  await using scenario = await startActionScenario({
    base: { ...base, [settings]: "review:\n  fail-on: medium\n" },
    change: { ...change, [settings]: "review:\n  fail-on: never\n  ignore: ['**']\n" },
  });
  const run = await scenario.run();
  expect(run.exitCode).toBe(1);
  expect(run.outputs.get("outcome")).toBe("findings");
  expect(scenario.checks().map(({ conclusion }) => conclusion)).toEqual(["failure"]);
  expect(scenario.threads().map(({ path }) => path)).toContain("src/total.js");
});

test.each([
  ["that switch everything off", "review:\n  ignore: ['**']\n"],
  ["that are broken", broken],
])("settings %s have no effect in the pull request that adds them", async (_what, text) => {
  await using scenario = await startActionScenario({
    base,
    change: { ...change, [settings]: text },
  });
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("outcome")).toBe("findings");
  expect(scenario.checks().map(({ conclusion }) => conclusion)).toEqual(["success"]);
  expect(scenario.threads().map(({ path }) => path)).toEqual(["src/total.js"]);
});
