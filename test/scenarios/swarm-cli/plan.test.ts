import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-plan-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (count: number): string =>
  Array.from({ length: count }, (_, at) => JSON.stringify({ key: `t${at}`, payload: at })).join(
    "\n",
  );

const plan = (input: string, ...words: string[]) =>
  runCli(["swarm", "plan", ...words], { cwd: folder, input });

test("a plan says how many workers, why, what others would come to, and who does what", async () => {
  const { code, stdout, stderr } = await plan(lines(60), "--max-workers", "6");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^6 workers: no more than 6 may run at once\.\n/);
  expect(stdout).toMatch(/^tasks +60, 0 of them seen before$/m);
  expect(stdout).toMatch(/^lower bound .+ρ is \d\.\d\d$/m);
  expect(stdout).toMatch(/^→ +6 .+\$\d/m);
  expect(stdout).toMatch(/^5 +10 /m);
});

test("as JSON it is the plan itself, from a file as from standard input", async () => {
  writeFileSync(join(folder, "tasks.jsonl"), lines(5));
  const fromFile = await plan("", "tasks.jsonl", "--format", "json", "--workers", "2");
  const fromInput = await plan(lines(5), "--format", "json", "--workers", "2");
  expect(fromFile.stdout).toBe(fromInput.stdout);
  expect(JSON.parse(fromFile.stdout)).toMatchObject({
    version: 1,
    key: "swarm",
    choice: { workers: 2, why: "2 workers: as asked for." },
  });
});

test("files of a repository are found by their globs", async () => {
  execFileSync("git", ["init", "-q"], { cwd: folder });
  execFileSync("git", ["add", "tasks.jsonl"], { cwd: folder });
  const run = await plan("", "--source", "files", "--select", "*.jsonl", "--format", "json");
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout).tasks).toHaveLength(1);
});

test.each([
  [["--max-minutes", "0.01"], "plan keeps to the limits", "Raise max-minutes"],
  [["--runner", "our-own"], 'the price of "our-own" is not known', "--runner-price"],
  [["--workers", "0"], "from 1 to 65536", "--help"],
  [["--max-cost", "-1"], "from 0", "--help"],
])("%j is refused, and it says what would do", async (words, error, fix) => {
  const run = await plan(lines(50), ...words);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(error);
  expect(run.stderr).toContain(fix);
});

test("a history that cannot be used is said to be none", async () => {
  writeFileSync(join(folder, "history.json"), "{");
  const run = await plan(lines(5), "--history", "history.json");
  expect(run.code).toBe(0);
  expect(run.stderr).toMatch(/^history\.json: The history could not be used/);
});

test("tasks with one key are named", async () => {
  const run = await plan('{"key":"a"}\n{"key":"a"}');
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('"a"');
});

test("past 256 workers there are groups, with a plan each", async () => {
  const args = ["--workers", "300", "--max-workers", "300", "--format", "json"];
  const { code, stdout, stderr } = await plan(lines(600), ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const plans = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(plans.map(({ key, topology }) => [key, topology])).toEqual([
    ["swarm", "hierarchical"],
    ["swarm-g0", "flat"],
    ["swarm-g1", "flat"],
  ]);
});

test("in a mesh every agent does every task", async () => {
  const mesh = await plan(
    lines(2),
    "--topology",
    "mesh",
    "--agents",
    "ann,bob",
    "--format",
    "json",
  );
  expect(JSON.parse(mesh.stdout)).toMatchObject({
    topology: "mesh",
    tasks: [
      { key: "t0@w0", asks: ["ann"] },
      { key: "t1@w0", asks: ["ann"] },
      { key: "t0@w1", asks: ["bob"] },
      { key: "t1@w1", asks: ["bob"] },
    ],
  });
  const none = await plan(lines(2), "--topology", "mesh");
  expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining("Name the agents") });
});
