import { verifyAudit } from "@swarm-actions/core";
import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import { commentAndRun } from "../../support/comment-command.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
};
const inputs = { "dry-run": "true" };

test("a dry run prints what it would write, and sends no write at all", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run({ inputs });
  expect(run.exitCode, run.log).toBe(0);
  expect(run.requests.writes).toEqual([]);
  expect([...scenario.reviews(), ...scenario.comments(), ...scenario.checks()]).toEqual([]);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "findings",
    published: "dry-run",
    findings: "1",
    posted: "0",
    conclusion: "success",
  });
  for (const part of [
    "What would be written on `acme/shop#1`",
    "### A new summary",
    "with 1 comment",
    "`src/total.js:2`",
    "### A new check: `pr-review`, success",
  ]) {
    expect(run.log).toContain(part);
  }
  expect(run.summary).toContain("| Published | dry-run |");
  const log = run.readFile(run.outputs.get("audit-log") ?? "").toString();
  expect(verifyAudit(log.trimEnd().split("\n"))).toMatchObject({ status: "sound" });
  expect(log).toContain('"status":"dry-run"');
  expect(log).not.toContain('"status":"written"');
  expect(log.match(/"status":"dry-run"/g)).toHaveLength(3);
});

test("a dry run after a real one shows what would change, and changes nothing", async () => {
  await using scenario = await startActionScenario({ base, change });
  await scenario.run();
  await scenario.push({ "src/more.js": "console.log(1);\n" }, "Go on");
  const said = scenario.comments().map(({ body }) => body);
  const run = await scenario.run({ inputs });
  expect(run.exitCode, run.log).toBe(0);
  expect(run.requests.writes).toEqual([]);
  expect(run.log).toContain("updated");
  expect(run.log).toContain("`src/more.js:1`");
  expect(scenario.comments().map(({ body }) => body)).toEqual(said);
  expect(scenario.reviews()).toHaveLength(1);
});

test("a dry run still fails where the real one would", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run({ inputs: { ...inputs, "fail-on": "medium" } });
  expect(run.exitCode).toBe(1);
  expect(Object.fromEntries(run.outputs)).toMatchObject({ conclusion: "failure" });
  expect(run.requests.writes).toEqual([]);
});

test("a command in a dry run is answered in the log alone", async () => {
  await using scenario = await startActionScenario({ base, change });
  for (const words of ["/swarm help", "/swarm review"]) {
    const { run, reactions, replies } = await commentAndRun(scenario, "ada", words, { inputs });
    expect(run.exitCode, run.log).toBe(0);
    expect(run.requests.writes, words).toEqual([]);
    expect([...reactions, ...replies], words).toEqual([]);
    expect(run.outputs.get("published"), words).toBe("dry-run");
    expect(run.log).toMatch(/Would reply:/);
  }
  expect((await commentAndRun(scenario, "bob", "/swarm help", { inputs })).reactions).toEqual([]);
});
