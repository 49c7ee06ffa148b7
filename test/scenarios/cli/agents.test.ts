import { expect, test } from "vitest";
import { changedRepository, configured } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

test("list names every agent in force here, and the rules of the built-in ones", async () => {
  const config = {
    "built-in": { size: "off" },
    agents: { lint: { type: "sarif", file: "lint.sarif" } },
  };
  using repository = changedRepository(configured(config), {});
  const run = await runCli(["agents", "list", "-C", repository.top]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/^secrets {2}built-in$/m);
  expect(run.stdout).toMatch(/^size {2}built-in, switched off$/m);
  expect(run.stdout).toMatch(/^lint {2}configured, sarif$/m);
  expect(run.stdout).toMatch(/^ {2}tests\/focused-test +high +\S/m);
});

test("list works anywhere", async () => {
  const { code, stdout } = await runCli(["agents", "list"]);
  expect(code).toBe(0);
  expect(stdout).toContain("workflows/script-injection");
});

test("every rule that list names can be explained", async () => {
  const { stdout } = await runCli(["agents", "list"]);
  const rules = [...stdout.matchAll(/^ {2}(\w[\w-]*\/\S+)/gm)].map(([, rule = ""]) => rule);
  expect(rules.length).toBeGreaterThan(40);
  // One of each agent: a process for each of all the rules would take minutes.
  const byAgent = Map.groupBy(rules, (rule) => rule.split("/")[0]);
  for (const [rule = ""] of byAgent.values()) {
    const run = await runCli(["agents", "explain", rule]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    for (const part of [rule, "Why", "Fix", "Flagged", `${rule}: off`]) {
      expect(run.stdout).toContain(part);
    }
    expect(run.stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  }
});

test("a rule that is not there is an error with the nearest one", async () => {
  const run = await runCli(["agents", "explain", "secrets/awz"]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain('no built-in agent has a rule "secrets/awz"');
  expect(run.stderr).toContain('fix: Ask for "secrets/aws".');
});
