import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { builtCli, runCli } from "../../support/run-cli.ts";

test("--help lists the commands, and each command its options and exit codes", async () => {
  const [whole, review] = await Promise.all([
    runCli(["--help"]),
    runCli(["review", "--help"], { environment: { COLUMNS: "100" } }),
  ]);
  expect(whole).toMatchObject({ code: 0, stderr: "" });
  for (const name of ["review", "config", "agents", "complete"]) {
    expect(whole.stdout).toMatch(new RegExp(`^  ${name}\\b`, "m"));
  }
  expect(review).toMatchObject({ code: 0, stderr: "" });
  for (const option of [
    "--base <ref>",
    "--head <ref>",
    "--staged",
    "--diff <file>",
    "--format <format>",
    "--output <file>",
    "--html <file>",
    "--config <file>",
    "--agents <list>",
    "--sarif <file>",
    "--previous <file>",
    "--fail-on <severity>",
    "-C, --directory <dir>",
  ]) {
    expect(review.stdout).toContain(option);
  }
  expect(review.stdout).toMatch(/Exit code: 0 .* 1 findings .* 2 usage .* 3 /s);
});

test("--version says the version of the package", async () => {
  const { code, stdout } = await runCli(["--version"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("nothing at all is answered with the help, as an error", async () => {
  for (const args of [[], ["config"], ["agents"]]) {
    const run = await runCli(args);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(/^Usage: swarm-actions/);
  }
});

test.each([
  [["reveiw"], "unknown command 'reveiw'", "Did you mean review?"],
  [["review", "--formt", "json"], "unknown option '--formt'", "Did you mean --format?"],
  [["review", "--format", "xml"], "'xml' is invalid", "text, json, markdown, sarif, html"],
  [["review", "--fail-on", "bad"], "'bad' is invalid", "critical, high, medium, low, info, never"],
  [["review", "--agents", ","], "Name at least one agent.", "--help shows how"],
  [["review", "--base"], "argument missing", "--help shows how"],
  [["review", "extra"], "too many arguments", "--help shows how"],
  [["agents", "explain"], "missing required argument 'rule'", "--help shows how"],
  [["complete", "nosh"], "'nosh' is invalid", "zsh, bash, fish, powershell"],
])("%j is a usage error that says what would do", async (args, error, fix) => {
  const run = await runCli(args);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toMatch(/^error: /);
  expect(run.stderr).toContain(error);
  expect(run.stderr).toContain(fix);
});

test.each([["--help"], ["config", "schema"], ["agents", "list"]])(
  "a reader of %s that is gone already is no failure",
  (...args) => {
    const command = `"$0" "$@" | true; exit "\${PIPESTATUS[0]}"`;
    const run = spawnSync("bash", ["-c", command, process.execPath, builtCli, ...args], {
      encoding: "utf8",
      timeout: 120_000,
    });
    expect(run).toMatchObject({ status: 0, stderr: "" });
  },
);
