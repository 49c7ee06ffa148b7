import { verifyAudit } from "@swarm-actions/core";
import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js": [
    "export const total = (a, b) => {",
    "  console.log(a);",
    "  debugger;",
    "  return a + b;",
    "};",
    "",
  ].join("\n"),
};

test("a pull request gets one review, one summary and one check, in two reads and three writes", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);

  const [review, ...moreReviews] = scenario.reviews();
  expect(moreReviews).toEqual([]);
  expect(review).toMatchObject({ state: "COMMENTED", commitSha: scenario.pullRequest.head.sha });
  const said = scenario.threads().map(({ path, line, comments }) => [path, line, comments.length]);
  expect(said).toEqual([
    ["src/total.js", 3, 1],
    ["src/total.js", 2, 1],
  ]);
  const bodies = scenario.comments().map(({ body }) => body);
  expect(bodies).toEqual([expect.stringContaining("## Review: 2 findings")]);
  const checks = scenario
    .checks()
    .map(({ name, status, conclusion }) => [name, status, conclusion]);
  expect(checks).toEqual([["pr-review", "completed", "success"]]);
  const marks = scenario.checks().flatMap(({ annotations }) => annotations);
  expect(marks.map(({ path, startLine }) => [path, startLine])).toEqual([
    ["src/total.js", 3],
    ["src/total.js", 2],
  ]);

  expect(run.requests.reads).toHaveLength(2);
  expect(run.requests.writes).toHaveLength(3);
  expect(run.requests.git).toEqual([]);
});

test("the job's page and the outputs tell the same", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run();
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "findings",
    reason: "",
    conclusion: "success",
    published: "written",
    findings: "2",
    critical: "0",
    high: "0",
    medium: "1",
    low: "1",
    info: "0",
    posted: "2",
    "api-requests": "5",
  });
  for (const part of ["## Review: 2 findings", "### Coverage", "### Agents", "### Timeline"]) {
    expect(run.summary).toContain(part);
  }
  expect(run.summary).toContain("| Requests | 2 reads, 3 writes |");
});

test("the result is left for the next steps of the job, in three formats", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run();
  const read = (output: string): string => run.readFile(run.outputs.get(output) ?? "").toString();
  expect(JSON.parse(read("json"))).toMatchObject({ version: 1, outcome: "findings" });
  expect(JSON.parse(read("sarif"))).toMatchObject({ version: "2.1.0" });
  expect(read("report")).toMatch(/^<!doctype html>/i);
});

test("every write is in the log, whose chain holds", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run();
  const log = run.readFile(run.outputs.get("audit-log") ?? "").toString();
  const verdict = verifyAudit(log.trimEnd().split("\n"));
  expect(verdict).toMatchObject({ status: "sound" });
  expect(log.match(/"status":"written"/g)).toHaveLength(3);
});

test("no token is in anything that was said or left", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run();
  const files = ["json", "sarif", "report", "audit-log"].map((output) =>
    run.readFile(run.outputs.get(output) ?? "").toString(),
  );
  for (const secret of run.masked) {
    for (const text of [run.log, run.summary, ...files]) expect(text).not.toContain(secret);
  }
  expect(run.masked).not.toEqual([]);
});
