import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-simulate-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function durations(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

const suite = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`suite::t${at}`, 5 + (at % 17)]));

function simulate(history: unknown, actual: unknown, ...more: string[]) {
  const files = [
    "--history",
    durations("history.json", history),
    "--actual",
    durations("actual.json", actual),
  ];
  const asked = ["--workers", "8", "--claim-seconds", "0.5", "--runs", "3", ...more];
  return runCli(["swarm", "simulate", ...files, ...asked], { cwd: folder });
}

test("each policy is told with its figures, and ours comes nearer to the bound than fixed lists", async () => {
  const { code, stdout, stderr } = await simulate(suite(200), suite(210), "--format", "json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({ tasks: 210, workers: 8, claimSeconds: 0.5, runs: 3, seed: 1 });
  expect(told).toMatchObject({ readyMedian: 10, readySigma: 0.6, speedSigma: 0.12 });
  const names = told.policies.map(({ policy }: { policy: string }) => policy);
  expect(names).toEqual(["chunking", "lpt", "guided", "one-by-one", "ours"]);
  for (const { rho, claims, steals, billedMinutes } of told.policies) {
    expect(rho.mean).toBeGreaterThanOrEqual(1);
    expect(rho.worst).toBeGreaterThanOrEqual(rho.mean);
    expect(billedMinutes).toBeGreaterThanOrEqual(8);
    for (const count of [claims, steals]) expect(count).toBeGreaterThanOrEqual(0);
  }
  const [chunking, lpt, , , ours] = told.policies;
  expect(ours.rho.mean).toBeLessThan(Math.min(chunking.rho.mean, lpt.rho.mean));
});

test("the same seed gives the same bytes, another one other figures", async () => {
  const one = (seed: string) =>
    simulate(suite(60), suite(60), "--policy", "ours", "--seed", seed, "--format", "json");
  const [first, again, other] = [await one("7"), await one("7"), await one("8")];
  expect(again.stdout).toBe(first.stdout);
  expect(other.stdout).not.toBe(first.stdout);
});

test("what only one file knows is new, or left out", async () => {
  const { stdout } = await simulate({ gone: 900 }, { a: 2, b: 3 }, "--format", "json");
  expect(JSON.parse(stdout)).toMatchObject({ tasks: 2 });
});

test("as text it is a table", async () => {
  const { code, stdout } = await simulate(suite(60), suite(60), "--policy", "lpt");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^60 tasks on 8 workers, .+; no schedule ends before [\d.]+ s\.\n/);
  expect(stdout).toMatch(/^policy +ρ mean +ρ worst +seconds +claims +steals +billed minutes$/m);
  expect(stdout).toMatch(/^lpt( +[\d.]+){6}$/m);
});

test.each([
  ["no JSON", "{", "it is no JSON"],
  ["a list", [1, 2], "a list, not an object"],
  ["negative", { "a::b": -1 }, '"a::b" is -1'],
  ["a text", { "a::b": "NaN" }, '"a::b" is string "NaN"'],
  ["endless", '{"a::b": 1e999}', '"a::b" is Infinity'],
  ["null", { "a::b": null }, '"a::b" is null'],
])("a file that is %s is named, with what is wrong", async (_what, content, why) => {
  for (const [history, actual, file] of [
    [content, suite(5), "history.json"],
    [suite(5), content, "actual.json"],
  ]) {
    const run = await simulate(history, actual, "--format", "json");
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(`${file}: `);
    expect(run.stderr).toContain(why);
    expect(run.stderr).toMatch(/fix: Write it as/);
  }
});

test.each([
  [["--workers", "0"], "from 1 to"],
  [["--workers", "two"], "from 1 to"],
  [["--claim-seconds", "-1"], "from 0 to"],
  [["--policy", "luck"], "chunking, lpt, guided, one-by-one, ours"],
  [["--runs", "0"], "from 1 to"],
])("%j is a usage error", async (words, says) => {
  const run = await simulate(suite(5), suite(5), ...words);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(says);
});

test("nothing may be known, but something has to happen", async () => {
  const known = await simulate({}, suite(20), "--format", "json");
  expect(known.code, known.stderr).toBe(0);
  expect(JSON.parse(known.stdout)).toMatchObject({ tasks: 20 });
  const nothing = await simulate(suite(20), {});
  expect(nothing).toMatchObject({ code: 2, stdout: "" });
  expect(nothing.stderr).toContain("actual.json: it holds no task");
  expect(nothing.stderr).toContain("fix: Name at least one task");
});

test("what takes no time is done at the bound", async () => {
  const still = { "a::b": 0, "a::c": 0 };
  const words = ["--ready-median", "0", "--claim-seconds", "0", "--format", "json"];
  const { stdout } = await simulate(still, still, ...words);
  for (const { rho } of JSON.parse(stdout).policies) expect(rho).toEqual({ mean: 1, worst: 1 });
});

test("a byte order mark in front of a file is no part of it", async () => {
  const marked = await simulate(`\uFEFF${JSON.stringify(suite(5))}`, suite(5), "--format", "json");
  expect(marked.code, marked.stderr).toBe(0);
});

test("a file that is not there is named, and nothing at all is an error", async () => {
  const words = ["--history", "none.json", "--actual", "none.json"];
  const asked = ["--workers", "2", "--claim-seconds", "1"];
  const run = await runCli(["swarm", "simulate", ...words, ...asked], { cwd: folder });
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("none.json");
  const missing = await runCli(["swarm", "simulate"], { cwd: folder });
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain("--history");
});
