import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builtCli, runCli, startCli } from "../../support/run-cli.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-resume-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const timeoutMs = 60_000;
const done = () => join(folder, "done.txt");
/** Waits in the task "b" until it is gone on with. */
const script = [
  "sh",
  "-c",
  'echo "$SWARM_TASK_KEY" >> done.txt; [ "$SWARM_TASK_KEY" = a ] || [ -e go ] || sleep 30',
];

function begin() {
  const args = ["swarm", "run", "--workers", "1", "--output", "run", "--", ...script];
  return startCli(args, { cwd: folder, input: '["a","b"]', timeoutMs });
}

function resume(...more: readonly string[]) {
  const args = ["swarm", "run", "--resume", "run", ...more];
  return runCli(args, { cwd: folder, timeoutMs });
}

/** When "a" is done and "b" has begun. */
function untilUnderWay(): Promise<void> {
  const lines = () => (existsSync(done()) ? readFileSync(done(), "utf8").split("\n").length : 0);
  return expect.poll(lines, { timeout: 30_000 }).toBeGreaterThan(2);
}

describe("a run that was stopped", () => {
  beforeEach(async () => {
    const { child, ended } = begin();
    await untilUnderWay();
    child.kill("SIGINT");
    expect((await ended).code).toBe(3);
  });

  test("is not gone on with by another command", async () => {
    const run = await resume("--", "touch", "other");
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("the run was begun with another command");
    expect(existsSync(join(folder, "other"))).toBe(false);
  });

  test("goes on as it was begun, and says what has no effect", async () => {
    writeFileSync(join(folder, "go"), "");
    const run = await resume("--workers", "2", "--output", "run", "--", ...script);
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toContain(
      "--workers has no effect with --resume: the run goes on as it was begun\n",
    );
    expect(run.stdout).toContain("2 of 2 tasks have a result");
  });
});

test("a run that is at work is not gone on with at the same time", async () => {
  const { child, ended } = begin();
  await untilUnderWay();
  const second = await resume();
  expect(second.code).toBe(2);
  expect(second.stderr).toContain(`the process ${child.pid} is at work in this folder`);
  child.kill("SIGINT");
  expect((await ended).code).toBe(3);
});

test("a run that was killed is gone on with at once, and loses nothing", async () => {
  const { child, ended } = begin();
  await untilUnderWay();
  child.kill("SIGKILL");
  writeFileSync(join(folder, "go"), "");
  await ended;
  const run = await resume();
  expect(run.code, run.stderr).toBe(0);
  expect(run.stdout).toContain("2 of 2 tasks have a result");
});

test("a run that has no plan yet cannot be gone on with, and says what to do", async () => {
  const { child, ended } = begin();
  await untilUnderWay();
  child.kill("SIGKILL");
  await ended;
  rmSync(join(folder, "run", "board"), { recursive: true });
  const run = await resume();
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("error: the run was ended before its plan was kept");
  expect(run.stderr).toContain("Begin another run");
});

/** Makes a file once a Ctrl-C would be heard. */
const tellsWhenArmed = `data:text/javascript,${encodeURIComponent(
  'import { writeFileSync } from "node:fs"; process.on("newListener", (name) => { if (name === "SIGINT") writeFileSync("armed", ""); });',
)}`;

test.each([
  ["its tasks come from a pipe that stays open", []],
  ["a program lists its tasks", ["--source", "command", "--select", "sleep 30"]],
])("Ctrl-C ends a run at once while %s", async (_when, source) => {
  const words = [builtCli, "swarm", "run", "--output", "run", ...source, "--", "true"];
  const child = spawn(process.execPath, [`--import=${tellsWhenArmed}`, ...words], {
    cwd: folder,
    stdio: ["pipe", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  await expect.poll(() => existsSync(join(folder, "armed")), { timeout: 20_000 }).toBe(true);
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGKILL"), 15_000);
  const code = await ended;
  clearTimeout(timer);
  expect(code, said).toBe(3);
  expect(said).toContain("error: it was stopped before there was a plan");
  expect(existsSync(join(folder, "run"))).toBe(false);
});
