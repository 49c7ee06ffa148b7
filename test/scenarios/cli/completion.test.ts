import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";

test.each(["bash", "zsh", "fish", "powershell"])("a script for %s", async (shell) => {
  const run = await runCli(["complete", shell]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toContain("swarm-actions");
});

test("bash understands its script", async () => {
  const { stdout } = await runCli(["complete", "bash"]);
  const checked = spawnSync("bash", ["-n"], { input: stdout, encoding: "utf8" });
  expect(checked).toMatchObject({ status: 0, stderr: "" });
});

test.each([
  [["rev"], ["review"]],
  [["review", "--fo"], ["--format"]],
  [
    ["review", "--format", ""],
    ["text", "json", "markdown", "sarif", "html"],
  ],
  [
    ["review", "--fail-on", ""],
    ["critical", "high", "medium", "low", "info", "never"],
  ],
  [
    ["config", ""],
    ["check", "schema", "init", "help"],
  ],
  [["agents", "ex"], ["explain"]],
])("after %j come %j", async (words, completions) => {
  const { code, stdout } = await runCli(["complete", "--", ...words]);
  expect(code).toBe(0);
  const offered = stdout.split("\n").map((line) => line.split("\t")[0]);
  expect(offered.filter((word) => word !== "" && !word?.startsWith(":"))).toEqual(completions);
});
