import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";

const source = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
};
const builtIns = "dependencies hidden-text leftovers migrations secrets size tests workflows";
const off = builtIns.split(" ").map((name) => `  ${name}: off`);
/** A linter that is not installed. */
const broken = ["agents:", "  linter:", "    type: command", "    run: [no-such-linter-anywhere]"];
const settings = (...lines: readonly string[]) => ({
  ...source,
  ".github/swarm.yml": `${lines.join("\n")}\n`,
});

test("when no agent could review anything the run and the check are red, and say why", async () => {
  const base = settings("built-in:", ...off, ...broken);
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run();
  expect(run.exitCode).toBe(1);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "not-run",
    conclusion: "failure",
    findings: "0",
  });
  expect(run.outputs.get("reason")).not.toBe("");
  expect(run.annotations.map(({ level, title }) => [level, title])).toEqual([
    ["error", "Not reviewed"],
  ]);
  expect(scenario.checks().map(({ conclusion }) => conclusion)).toEqual(["failure"]);
  const [summary] = scenario.comments();
  expect(summary?.body).not.toMatch(/clean/i);
  expect(summary?.body).toContain("`linter`");
  expect(scenario.reviews()).toEqual([]);
  expect(run.summary).toContain("no-such-linter-anywhere");
});

test("when one agent fails the others are heard, and the check is neutral", async () => {
  await using scenario = await startActionScenario({ base: settings(...broken), change });
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "partial",
    conclusion: "neutral",
    findings: "1",
    posted: "1",
  });
  expect(run.annotations.map(({ level, title }) => [level, title])).toEqual([
    ["warning", "Not all was reviewed"],
  ]);
  expect(scenario.checks().map(({ conclusion }) => conclusion)).toEqual(["neutral"]);
  expect(scenario.comments()[0]?.body).toMatch(/`linter`: .*Fix: /);
});

test("a failing agent does not hide findings that must fail", async () => {
  await using scenario = await startActionScenario({ base: settings(...broken), change });
  const run = await scenario.run({ inputs: { "fail-on": "medium" } });
  expect(run.exitCode).toBe(1);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "partial",
    conclusion: "failure",
  });
});
