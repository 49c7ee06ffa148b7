import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import { programAgent, saying } from "../../support/program-agent.ts";

const count = 120;
const lines = Array.from({ length: count }, (_, at) => `f(${at});`);
const change = { "src/many.js": `${lines.join("\n")}\n` };
/** Says something of every line. */
const critic = saying(
  ...lines.map((line, at) => ({
    path: "src/many.js",
    startLine: at + 1,
    message: `It is not clear what ${line} is for.`,
    severity: "low",
    rule: "odd",
  })),
);
const base = { "a.js": "a();\n", ...programAgent("critic", critic) };

test("120 findings: one review of 30 comments, marks in batches of fifty, and the rest listed", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({ findings: `${count}`, posted: "30" });
  expect(scenario.reviews()).toHaveLength(1);
  expect(scenario.threads()).toHaveLength(30);

  const [check, ...more] = scenario.checks();
  expect(more).toEqual([]);
  expect(check?.annotations).toHaveLength(100);
  expect(check?.output?.summary).toContain("20 findings not marked on the lines");
  const batches = run.requests.writes
    .filter(({ url }) => url.includes("/check-runs"))
    .map(({ requestBody }) => (requestBody as { output: { annotations: [] } }).output.annotations);
  expect(batches.map(({ length }) => length)).toEqual([50, 50]);

  const body = scenario.comments()[0]?.body ?? "";
  expect(body).toContain("## Review: 120 findings");
  expect(body).toContain("here: there were enough comments");
  expect(body.length).toBeLessThan(65_536);

  const again = await scenario.run();
  expect(again.outputs.get("published")).toBe("unchanged");
  expect(again.requests.writes).toEqual([]);
});

test("a finding about a whole file is a comment on the file, in the same one review", async () => {
  const said = { path: "src/a.js", severity: "medium" };
  const whole = { ...said, message: "This file does too much.", rule: "whole" };
  const line = { ...said, startLine: 1, message: "This is one too many.", rule: "line" };
  const critic = programAgent("critic", saying(whole, line));
  const base = { "a.js": "a();\n", ...critic };
  await using scenario = await startActionScenario({ base, change: { "src/a.js": "one();\n" } });
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("posted")).toBe("2");
  expect(scenario.reviews().map(({ state }) => state)).toEqual(["COMMENTED"]);
  const threads = scenario.threads().map(({ path, line }) => [path, line]);
  expect(threads).toHaveLength(2);
  expect(threads).toContainEqual(["src/a.js", 1]);
  expect(threads).toContainEqual(["src/a.js", null]);
  const again = await scenario.run();
  expect(again.requests.writes).toEqual([]);
});
