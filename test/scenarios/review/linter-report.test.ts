import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { agentIn, changedRepository, reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const result = (line: number, text: string) => ({
  ruleId: "no-eval",
  level: "error",
  message: { text },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: "a.js" }, region: { startLine: line } },
    },
  ],
});
const sarif = (...results: object[]): string =>
  JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver: { name: "lint" } }, results }] });

const before = { ".gitignore": "*.sarif\n", "a.js": "let a = 1;\n\n\n\n\n\n\n\n\nlet z;\n" };
const after = { "a.js": "let a = eval(1);\n\n\n\n\n\n\n\n\nlet z;\n" };

test("--sarif takes linters into the panel, one agent a file, and leaves old faults alone", async () => {
  using repository = changedRepository(before, after);
  const write = (name: string, text: string): void =>
    writeFileSync(join(repository.top, name), text);
  write("ESLint Report.sarif", sarif(result(1, "eval is evil"), result(10, "old fault")));
  write("secrets.sarif", sarif());
  const args = ["--sarif", "ESLint Report.sarif", "--sarif", "secrets.sarif"];
  const run = await reviewJson(repository.top, args);
  expect(run.report.findings).toMatchObject([
    { rule: "eslint-report/no-eval", path: "a.js", startLine: 1, message: "eval is evil" },
  ]);
  // A file's name does not push a built-in reviewer off the panel.
  expect(agentIn(run, "secrets")).toMatchObject({ status: "ok", provider: "secrets" });
  expect(agentIn(run, "secrets-2")).toMatchObject({ status: "ok" });
});

test("a report that is missing or broken is a failed agent, by name", async () => {
  using repository = changedRepository(before, after);
  writeFileSync(join(repository.top, "broken.sarif"), "{");
  const run = await reviewJson(repository.top, [
    "--sarif",
    "broken.sarif",
    "--sarif",
    "none.sarif",
  ]);
  expect(run.code).toBe(3);
  expect(agentIn(run, "broken").error).toMatchObject({ code: "agents/not-json" });
  expect(agentIn(run, "none").error).toMatchObject({ code: "agents/cannot-read" });
});

test("what the review writes as SARIF it can read again", async () => {
  using repository = changedRepository(before, { "a.js": `${after["a.js"]}debugger;\n` });
  const first = ["review", "-C", repository.top, "--format", "sarif", "--output", "own.sarif"];
  expect((await runCli(first)).code).toBe(0);
  const run = await reviewJson(repository.top, ["--agents", "size", "--sarif", "own.sarif"]);
  expect(run.report.findings).toMatchObject([{ path: "a.js", startLine: 11, agent: "own" }]);
});
