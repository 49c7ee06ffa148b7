import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
};

test("nothing fails by default; the input fails the check and the run from a severity on", async () => {
  await using scenario = await startActionScenario({ base, change });
  const usual = await scenario.run({ inputs: { "fail-on": "high" } });
  expect(usual.exitCode, usual.log).toBe(0);
  expect(usual.outputs.get("conclusion")).toBe("success");

  const strict = await scenario.run({ inputs: { "fail-on": "medium" } });
  expect(strict.exitCode).toBe(1);
  expect(Object.fromEntries(strict.outputs)).toMatchObject({
    outcome: "findings",
    conclusion: "failure",
    medium: "1",
  });
  expect(strict.annotations.map(({ level, message }) => [level, message])).toContainEqual([
    "error",
    expect.stringMatching(/^1 of 1 findings are medium or worse/),
  ]);
  // The check of the commit is brought up to date, not doubled.
  expect(scenario.checks().map(({ conclusion }) => conclusion)).toEqual(["failure"]);
  expect(scenario.reviews()).toHaveLength(1);

  const again = await scenario.run({ inputs: { "fail-on": "medium" } });
  expect(again.exitCode).toBe(1);
  expect(again.outputs.get("published")).toBe("unchanged");
});

test("the settings on the base branch say it for all, the input for one workflow, `never` for none", async () => {
  const settings = { ".github/swarm.yml": "review:\n  fail-on: low\n" };
  await using scenario = await startActionScenario({ base: { ...base, ...settings }, change });
  const run = await scenario.run();
  expect(run.exitCode).toBe(1);
  expect(scenario.checks().map(({ conclusion }) => conclusion)).toEqual(["failure"]);
  const never = await scenario.run({ inputs: { "fail-on": "never" } });
  expect(never.exitCode, never.log).toBe(0);
  expect(never.outputs.get("conclusion")).toBe("success");
});

test("the pull request cannot loosen it: its own settings are not read", async () => {
  const settings = (failOn: string) => ({ ".github/swarm.yml": `review:\n  fail-on: ${failOn}\n` });
  await using scenario = await startActionScenario({
    base: { ...base, ...settings("medium") },
    change: { ...change, ...settings("never") },
  });
  const run = await scenario.run();
  expect(run.exitCode).toBe(1);
  expect(run.outputs.get("conclusion")).toBe("failure");
});

test("a severity that is none fails before anything is asked, with what it may be", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run({ inputs: { "fail-on": "hihg" } });
  expect(run.exitCode).toBe(1);
  expect([...run.requests.reads, ...run.requests.writes]).toEqual([]);
  const [error] = run.annotations;
  expect(error?.title).toBe("action/invalid-input");
  expect(error?.message).toMatch(/critical.*high.*medium/s);
});
