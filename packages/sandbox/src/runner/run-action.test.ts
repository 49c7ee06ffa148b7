import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Sandbox } from "../sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";
import { type ActionRun, type ActionRunOptions, runAction } from "./run-action.ts";

test("gives an action its inputs, with their defaults, and nothing of the caller's environment", async () => {
  process.env.LEAKED_BY_CALLER = "yes";
  onTestFinished(() => {
    delete process.env.LEAKED_BY_CALLER;
  });
  const run = await runProgram("console.log(JSON.stringify(process.env))", {
    inputs: { "Dry Run": "true", extra: "x" },
    environment: { OWN: "1", GITHUB_REPOSITORY: "not/this" },
  });
  const variables = JSON.parse(run.log.split("\n").at(-1) ?? "");
  expect(variables).toMatchObject({
    "INPUT_GITHUB-TOKEN": "***",
    "INPUT_FAIL-ON": "high",
    INPUT_EMPTY: "",
    INPUT_DRY_RUN: "true",
    INPUT_EXTRA: "x",
    OWN: "1",
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_API_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    GITHUB_REF: "refs/heads/main",
    GITHUB_RUN_ATTEMPT: "1",
  });
  expect(variables).not.toHaveProperty("LEAKED_BY_CALLER");
  expect(run.annotations.map(({ message }) => message)).toEqual([
    "Unexpected input(s) 'extra', valid inputs are ['github-token', 'fail-on', 'empty', 'Dry Run']",
  ]);
});

test("reads outputs, summary, annotations and files as a runner does", async () => {
  const run = await runProgram(`
    const fs = require("node:fs");
    const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, RUNNER_TEMP } = process.env;
    fs.appendFileSync(GITHUB_OUTPUT, "one=1=1\\nmany<<END\\na\\n\\nb=<<\\nEND\\n");
    fs.appendFileSync(GITHUB_STEP_SUMMARY, "# Done, secret-value");
    fs.mkdirSync(RUNNER_TEMP + "/out");
    fs.writeFileSync(RUNNER_TEMP + "/out/result.json", "{}");
    fs.appendFileSync(GITHUB_OUTPUT, "file=" + RUNNER_TEMP + "/out/result.json\\n");
    console.log("::add-mask::secret-value");
    console.error("::error file=a%2Cb.ts,line=3,endLine=4,title=Oh%3A no::bad%0Alines secret-value");
    console.log("plain secret-value");
  `);
  expect(Object.fromEntries(run.outputs)).toMatchObject({ one: "1=1", many: "a\n\nb=<<" });
  expect(run.summary).toBe("# Done, ***");
  expect(run.readFile(run.outputs.get("file") ?? "").toString()).toBe("{}");
  expect(() => run.readFile("out/other.json")).toThrow("left no file out/other.json");
  expect(run.annotations).toEqual([
    {
      level: "error",
      message: "bad\nlines ***",
      title: "Oh: no",
      file: "a,b.ts",
      line: 3,
      endLine: 4,
      column: null,
      endColumn: null,
    },
  ]);
  expect(run.log).toContain("plain ***");
  expect(run.log).not.toContain("secret-value");
  expect(run.masked).toContain("secret-value");
});

test("shows commands as text while they are stopped", async () => {
  const run = await runProgram(
    `console.log("::stop-commands::halt\\n::error::no\\n::halt::\\n::error::yes")`,
  );
  expect(run.annotations.map(({ message }) => message)).toEqual(["yes"]);
  expect(run.log).toBe("::error::no\n##[error]yes");
});

test("fails the step whose outputs cannot be read, and drops a summary over a MiB", async () => {
  const run = await runProgram(`
    const fs = require("node:fs");
    fs.appendFileSync(process.env.GITHUB_OUTPUT, "open<<END\\nvalue\\n");
    fs.appendFileSync(process.env.GITHUB_STEP_SUMMARY, "x".repeat(1024 * 1024 + 1));
  `);
  expect(run).toMatchObject({ exitCode: 0, conclusion: "failure", summary: "" });
  expect(run.annotations.map(({ message }) => message).join("\n")).toMatch(
    /file command .output.[\s\S]*delimiter not found .END.[\s\S]*upload aborted/,
  );
});

test("kills what does not end, and all that it started", async () => {
  const started = Date.now();
  const program = `
    require("node:child_process").spawn("sleep", ["600"], { stdio: "inherit" });
    setInterval(() => {}, 1000);
  `;
  await expect(runProgram(program, { timeoutMs: 500 })).rejects.toThrow(
    "did not end within 500 ms",
  );
  // Neither it nor what it started is waited for.
  expect(Date.now() - started).toBeLessThan(300_000);
});

test("does not wait for processes that an action leaves behind", async () => {
  const run = await runProgram(
    `require("node:child_process").spawn("sleep", ["600"], { stdio: "inherit" }).unref()`,
  );
  expect(run.conclusion).toBe("success");
});

test("cancels as a person would, with an interrupt first", async () => {
  const workspace = mkdtempSync(join(tmpdir(), "swarm-workspace-"));
  onTestFinished(() => rmSync(workspace, { recursive: true, force: true }));
  const cancelling = new AbortController();
  const running = runProgram(
    `
    process.on("SIGINT", () => { console.log("bye"); process.exit(1) });
    require("node:fs").writeFileSync("ready", "");
    setInterval(() => {}, 1000);`,
    { workspace, signal: cancelling.signal },
  );
  await vi.waitFor(() => expect(existsSync(join(workspace, "ready"))).toBe(true), 60_000);
  cancelling.abort();
  expect(await running).toMatchObject({ conclusion: "cancelled", log: "bye" });
});

test("writes the run down, and gives it a token of its own with the job's permissions", async () => {
  const sandbox = await createShop();
  const { world } = sandbox;
  const run = await runProgram("", {
    sandbox,
    permissions: { issues: "write" },
  });
  expect(run.run).toMatchObject({ event: "schedule", status: "completed", conclusion: "success" });
  expect(world.repositories.get("acme/shop")?.workflowRuns).toEqual([run.run]);
  expect([...world.tokens.values()]).toMatchObject([
    { kind: "job", permissions: { metadata: "read", issues: "write" }, rest: { limit: 1000 } },
  ]);
});

async function runProgram(
  program: string,
  overrides: Partial<ActionRunOptions> = {},
): Promise<ActionRun> {
  return await runAction({
    sandbox: await createShop(),
    actionDirectory: createAction(program),
    event: { name: "schedule", payload: {} },
    repository: "acme/shop",
    timeoutMs: 120_000,
    ...overrides,
  });
}

async function createShop(): Promise<Sandbox> {
  const branches = [{ name: "main", commits: [{ files: { "README.md": "# Shop" } }] }];
  const repositories = [{ owner: "acme", name: "shop", branches }];
  const sandbox = await startSandbox({
    seed: { organizations: [{ login: "acme" }], repositories },
  });
  onTestFinished(() => sandbox[Symbol.asyncDispose]());
  return sandbox;
}

function createAction(program: string): string {
  const directory = mkdtempSync(join(tmpdir(), "swarm-action-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  mkdirSync(join(directory, "dist"));
  writeFileSync(join(directory, "dist/index.cjs"), program);
  writeFileSync(
    join(directory, "action.yml"),
    [
      "name: Test",
      "inputs:",
      "  github-token: { default: '${" + "{ github.token }}' }",
      "  fail-on: { default: high }",
      "  empty: { required: true }",
      "  Dry Run: { default: false }",
      "runs: { using: node24, main: dist/index.cjs }",
    ].join("\n"),
  );
  return directory;
}
