import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { modelKey, startModelServer } from "../../support/model-server.ts";
import { changedRepository, configured } from "../../support/review-scenario.ts";
import { type CliOptions, runCli } from "../../support/run-cli.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-faults-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const timeoutMs = 240_000;
/** Pauses between requests that are repeated last a twentieth. */
const shortWaits = fileURLToPath(new URL("../../support/short-waits.mjs", import.meta.url));

function swarm(args: readonly string[], options: CliOptions = {}) {
  return runCli(["swarm", "run", ...args], { cwd: folder, timeoutMs, ...options });
}

function read(run: string, name: string) {
  return readFileSync(join(folder, run, name), "utf8");
}

function keysOf(run: string): readonly string[] {
  const lines = read(run, "results.jsonl").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line).key);
}

/** Kills the worker that does the task 3, the first time that anybody does. */
const killer = [
  "sh",
  "-c",
  'if [ "$SWARM_TASK" = 3 ] && mkdir killed 2>/dev/null; then kill -9 $PPID; sleep 5; fi; sleep 0.1; echo "$SWARM_TASK"',
];
const input = "1\n2\n3\n4\n5\n6\n7\n8\n";
const keys = ["1", "2", "3", "4", "5", "6", "7", "8"];

describe("a worker that is killed", () => {
  test("beside another is named, and what it had is done again", async () => {
    const run = await swarm(["--workers", "2", "--output", "run", "--", ...killer], { input });
    expect(existsSync(join(folder, "killed"))).toBe(true);
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toMatch(/worker [01] was lost: SIGKILL ended it/);
    expect([...keysOf("run")].sort()).toEqual(keys);
    expect(JSON.parse(read("run", "report.json"))).toMatchObject({
      outcome: "complete",
      coverage: { tasks: 8, done: 8, failed: [], missing: [] },
    });
    const audit = await runCli(["audit", "verify", join(folder, "run", "audit.jsonl")]);
    expect(audit.code, audit.stderr).toBe(0);
  });

  test("and was alone leaves the rest to a further round", async () => {
    const run = await swarm(["--workers", "1", "--output", "run", "--", ...killer], { input });
    expect(run.code, run.stderr).toBe(0);
    expect(JSON.parse(read("run", "report.json"))).toMatchObject({
      outcome: "complete",
      rounds: 2,
    });
    expect([...keysOf("run")].sort()).toEqual(keys);
  });

  test("without a further round leaves a part that is not green, until it is gone on with", async () => {
    const args = ["--workers", "1", "--rounds-left", "0", "--output", "run", "--", ...killer];
    const run = await swarm(args, { input });
    expect(run.code).toBe(3);
    expect(run.stdout).toContain("3: it is in block");
    expect(run.stderr).toContain("--resume");
    const { coverage } = JSON.parse(read("run", "report.json"));
    expect(coverage.missing).toContainEqual(expect.objectContaining({ key: "3" }));
    const resumed = await swarm(["--resume", "run"]);
    expect(resumed.code, resumed.stderr).toBe(0);
    expect([...keysOf("run")].sort()).toEqual(keys);
  });
});

describe("a provider that answers 503", () => {
  const down = () => ({ status: 503, message: "the service is down" });
  const words = Array.from({ length: 1200 }, (_, at) => `export const a${at} = ${at};\n`);
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`src/f${at}.js`, words.join("")]),
  );
  const environment = { MODEL_KEY: modelKey, NODE_OPTIONS: `--import=${shortWaits}` };

  test("beside one that answers is given up by all workers, is named, and nothing is called clean", async () => {
    await using dead = await startModelServer(down);
    await using alive = await startModelServer(() => ({ findings: [] }));
    const agents = { ai: dead.agent("openai"), other: alive.agent("openai", { model: "other" }) };
    using repository = changedRepository(configured({ agents }), {
      ...files,
      "src/f0.js": `${words.join("")}debugger;\n`,
    });
    const args = ["-C", repository.top, "--workers", "2", "--output", join(folder, "run")];
    const run = await swarm(args, { environment });
    expect(run.code, run.stderr).toBe(3);
    const report = JSON.parse(read("run", "report.json"));
    expect(report.coverage.tasks).toBeGreaterThan(8);
    expect(report.coverage).toMatchObject({ missing: [], failed: [] });
    expect(report.providers).toContainEqual(
      expect.objectContaining({ provider: "large", breaker: "open" }),
    );
    expect(run.stdout).toContain("large: given up");
    const review = JSON.parse(read("run", "review.json"));
    expect(review.outcome).toBe("partial");
    expect(review.findings).toContainEqual(expect.objectContaining({ rule: "leftovers/debugger" }));
    // Each worker tries a few tasks, five requests each; without that it would be five a task.
    expect(dead.seen.length).toBeLessThan(5 * report.coverage.tasks);
    expect(dead.seen.length).toBeLessThanOrEqual(2 * 3 * 5);
    expect(alive.seen.length).toBeGreaterThanOrEqual(report.coverage.tasks);
    for (const name of ["report.json", "results.jsonl", "audit.jsonl"]) {
      expect(read("run", name)).not.toContain(modelKey);
    }
  });

  test("is stood in for by another, and the review is whole", async () => {
    await using dead = await startModelServer(down);
    await using alive = await startModelServer(() => ({ findings: [] }));
    const spare = alive.agent("openai", { model: "spare" });
    const agents = { ai: dead.agent("openai", { "stand-in": "spare" }), spare };
    using repository = changedRepository(configured({ agents }), files);
    const args = ["-C", repository.top, "--workers", "2", "--output", join(folder, "run")];
    const run = await swarm(args, { environment });
    const review = JSON.parse(read("run", "review.json"));
    expect(review.outcome, run.stderr).not.toBe("partial");
    expect(run.code).not.toBe(3);
    const { providers } = JSON.parse(read("run", "report.json"));
    expect(providers).toContainEqual(
      expect.objectContaining({ provider: "spare", failed: 0, breaker: "closed", reason: null }),
    );
    expect(alive.seen.length).toBeGreaterThan(0);
  });
});
