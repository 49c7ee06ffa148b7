import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { JsonReport } from "@swarm-actions/report";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSample } from "../../../scripts/sample/create-sample.ts";
import { top } from "../../../scripts/top.ts";
import { runCli } from "../../support/run-cli.ts";

// What `npm start` shows: real faults, found by built-in reviewers and two real linters.
let folder: string;
let report: JsonReport;
let page: string;
let code: number | null;

beforeAll(async () => {
  // Inside this project, as for `npm start`: its settings must not reach into the sample.
  const inside = join(top, ".build");
  mkdirSync(inside, { recursive: true });
  folder = mkdtempSync(join(inside, "sample-test-"));
  const { repository, base, config } = createSample(folder);
  const html = join(folder, "report.html");
  const args = ["review", "-C", repository, "--base", base, "--config", config, "--html", html];
  const run = await runCli([...args, "--format", "json"]);
  code = run.code;
  report = JSON.parse(run.stdout);
  page = readFileSync(html, "utf8");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the whole change is reviewed and every agent answers", () => {
  expect(code).toBe(0);
  expect(report.outcome).toBe("findings");
  expect(report.coverage.missed).toBe(0);
  expect(report.agents.filter(({ status }) => status !== "ok")).toEqual([]);
});

test("agreement is there to see: linters of two makers and a built-in say the same", () => {
  const found = report.findings.find(({ rule }) => rule === "leftovers/debugger");
  expect(found?.agents).toEqual(["biome", "eslint", "leftovers"]);
  expect(found?.standing).toBe("agreed");
});

test("dissent is there to see: what one linter says and the other does not is disputed", () => {
  const disputed = report.findings.filter(({ standing }) => standing === "disputed");
  expect(disputed.length).toBeGreaterThan(0);
  for (const { votes } of disputed) {
    expect([...votes.yes, ...votes.no].sort()).toEqual(["biome", "eslint"]);
  }
});

test("the faults that were put there are found by those who should find them", () => {
  const rules = new Set(report.findings.map(({ rule }) => rule.split("/")[0]));
  expect([...rules].sort()).toEqual(
    expect.arrayContaining([
      "dependencies",
      "hidden-text",
      "migrations",
      "secrets",
      "tests",
      "workflows",
    ]),
  );
});

test("the key that was put there is shown nowhere", () => {
  const source = readFileSync(join(folder, "tea-orders/src/server.js"), "utf8");
  const key = /mailKey = "([^"]+)"/.exec(source)?.[1] ?? "";
  expect(key).toMatch(/^SG\./);
  expect(page).not.toContain(key);
  expect(JSON.stringify(report)).not.toContain(key);
});
