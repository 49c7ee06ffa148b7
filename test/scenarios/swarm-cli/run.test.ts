import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeHistory, encodeHistory, noHistory } from "@swarm-actions/swarm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changedRepository } from "../../support/review-scenario.ts";
import { runCli, startCli } from "../../support/run-cli.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const timeoutMs = 240_000;

function swarm(args: readonly string[], input = "") {
  return runCli(["swarm", "run", ...args], { cwd: folder, input, timeoutMs });
}

interface Line {
  readonly key: string;
  readonly status: string;
  readonly output: unknown;
}

function results(run: string): readonly Line[] {
  const text = readFileSync(join(folder, run, "results.jsonl"), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const lines = (...values: readonly unknown[]) =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");

test("a command does every task once, and the result is kept with its log", async () => {
  const tasks = lines("a", "b", "c", { n: 1 });
  const args = ["--workers", "2", "--output", "run", "--html", "swarm.html"];
  const run = await swarm([...args, "--", "sh", "-c", 'echo "did $SWARM_TASK_KEY"'], tasks);
  expect(run.code, run.stderr).toBe(0);
  expect(run.stdout).toContain("4 of 4 tasks have a result");
  expect(run.stdout).not.toContain("\u001b");
  expect(results("run").map(({ output }) => output)).toEqual([
    "did a",
    "did b",
    "did c",
    expect.stringMatching(/^did json-/),
  ]);
  expect(readFileSync(join(folder, "swarm.html"), "utf8")).toContain("<!doctype html>");
  const audit = await runCli(["audit", "verify", join(folder, "run", "audit.jsonl")]);
  expect(audit.code).toBe(0);
  expect(existsSync(join(folder, "run", "history.json"))).toBe(true);
});

test("a task that fails gives 1, and the others go on", async () => {
  const run = await swarm(
    [
      "--workers",
      "2",
      "--output",
      "run",
      "--format",
      "json",
      "--",
      "sh",
      "-c",
      'test "$SWARM_TASK" != 2',
    ],
    "1\n2\n3\n",
  );
  expect(run.code, run.stderr).toBe(1);
  expect(JSON.parse(run.stdout).coverage).toMatchObject({ tasks: 3, done: 3, failed: ["2"] });
  expect(results("run").map(({ status }) => status)).toEqual(["done", "failed", "done"]);
});

test("nothing in a task is ever code, and no secret is kept", async () => {
  const secret = ["s3", "cret-", "0123456789"].join("");
  const payloads = ["$(touch x)", "`touch x`", '"; touch x; "', "'; touch x; '", "a\ntouch x\n"];
  const script =
    'printf %s "$SWARM_TASK" > "seen-$(od -An -N4 -tx4 /dev/urandom | tr -d " ")"; echo "$MY_TOKEN"';
  const run = await runCli(
    ["swarm", "run", "--workers", "2", "--output", "run", "--", "sh", "-c", script],
    { cwd: folder, input: lines(...payloads), timeoutMs, environment: { MY_TOKEN: secret } },
  );
  expect(run.code, run.stderr).toBe(0);
  expect(existsSync(join(folder, "x"))).toBe(false);
  expect(results("run").map(({ output }) => output)).toEqual(payloads.map(() => "***"));
  const kept = ["report.json", "results.jsonl", "audit.jsonl", "run.json"];
  for (const name of kept)
    expect(readFileSync(join(folder, "run", name), "utf8")).not.toContain(secret);
});

test("Ctrl-C leaves what was done, and --resume does the rest alone", async () => {
  // All but two tasks last until the swarm was stopped.
  const script =
    'echo "$SWARM_TASK" >> begun.txt; until test "$SWARM_TASK" -le 2 || test -e go; do sleep 0.1; done';
  const args = ["swarm", "run", "--workers", "2", "--output", "run", "--", "sh", "-c", script];
  const input = "1\n2\n3\n4\n5\n6\n";
  const { child, ended } = startCli(args, { cwd: folder, input, timeoutMs });
  // Of two workers that began three tasks one has ended a task.
  const begun = join(folder, "begun.txt");
  const isUnderWay = () => existsSync(begun) && readFileSync(begun, "utf8").split("\n").length > 3;
  await expect.poll(isUnderWay, { timeout: timeoutMs }).toBe(true);
  child.kill("SIGINT");
  const stopped = await ended;
  expect(stopped.code, stopped.stderr).toBe(3);
  expect(stopped.stderr).toContain("--resume");
  const before = results("run");
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(6);

  writeFileSync(join(folder, "go"), "");
  const resumed = await swarm(["--resume", "run"]);
  expect(resumed.code, resumed.stderr).toBe(0);
  const after = results("run");
  expect(after.map(({ key }) => key).sort()).toEqual(["1", "2", "3", "4", "5", "6"]);
  for (const one of before) expect(after).toContainEqual(one);
});

describe("usage", () => {
  test.each([
    ["no task", [], "", /standard input has no task/],
    ["an empty selection", ["--source", "json", "--select", "[]"], "", /has no task/],
    ["no JSON", [], "hello\n", /line 1/],
    ["a missing program", [], "1\n", /no-such-program/],
    ["nothing to go on with", ["--resume", "none"], "", /no run/],
    ["an unknown rule", ["--consensus", "loudest"], "1\n", /loudest/],
  ])("%s gives 2 or more and says why", async (_what, args, input, message) => {
    const run = await swarm([...args, "--", "no-such-program-1"], input);
    expect(run.code).toBeGreaterThan(1);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toContain("internal error");
  });

  test("a folder holds one run", async () => {
    const args = ["--output", "run", "--", "true"];
    expect((await swarm(args, "1\n")).code).toBe(0);
    const again = await swarm(args, "1\n");
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("--resume");
  });
});

test("what a run learned, the next one knows", async () => {
  const args = ["--workers", "2", "--history", "h.json", "--", "sleep", "0.1"];
  expect((await swarm(["--output", "one", ...args], "1\n2\n")).code).toBe(0);
  const once = readFileSync(join(folder, "h.json"), "utf8");
  expect((await swarm(["--output", "two", ...args], "1\n2\n")).code).toBe(0);
  const twice = readFileSync(join(folder, "h.json"), "utf8");
  expect(JSON.parse(once)).toMatchObject({ runs: 1 });
  expect(JSON.parse(twice)).toMatchObject({ runs: 2 });
});

test("what became of voters' findings decides a verdict, and stays in the history", async () => {
  const reliability = new Map([
    ["v1", { right: 0, wrong: 30 }],
    ["v2", { right: 0, wrong: 30 }],
    ["v3", { right: 30, wrong: 0 }],
  ]);
  const counted = ["0123456789ab"];
  const file = join(folder, "h.json");
  writeFileSync(file, encodeHistory({ ...noHistory, reliability, counted }));
  const vote = `label=$([ "$SWARM_TASK" = 3 ] && echo no || echo yes); printf '{"votes":[{"item":"i","voter":"v%s","label":"%s"}]}' "$SWARM_TASK" "$label" > "$SWARM_RESULT_FILE"`;
  const verdict = async (output: string, ...args: readonly string[]) => {
    const rule = ["--consensus", "weighted", "--output", output, ...args];
    const run = await swarm([...rule, "--", "sh", "-c", vote], "1\n2\n3\n");
    expect(run.code, run.stderr).toBe(0);
    const report = JSON.parse(readFileSync(join(folder, output, "report.json"), "utf8"));
    return report.verdict.verdicts[0].label;
  };
  expect(await verdict("without")).toBe("yes");
  expect(await verdict("with", "--history", "h.json")).toBe("no");
  const { history } = decodeHistory(readFileSync(file, "utf8"));
  expect(history).toMatchObject({ runs: 1, reliability, counted });
  expect(history.durations.size).toBe(3);
});

test("a panel reviews a change as one process does", async () => {
  const file = (n: number) =>
    Array.from({ length: 500 }, (_, at) => `console.log(${n}, ${at});\n`).join("");
  using repository = changedRepository(
    { "src/a.js": "a\n", "lib/b.js": "b\n" },
    { "src/a.js": file(1), "lib/b.js": `${file(2)}debugger;\n` },
  );
  mkdirSync(join(folder, "out"));
  writeFileSync(join(folder, "out", ".keep"), "");
  const alone = await runCli(["review", "-C", repository.top, "--format", "json"], { timeoutMs });
  const output = join(folder, "out", "run");
  const run = await runCli(
    ["swarm", "run", "-C", repository.top, "--workers", "2", "--output", output],
    { timeoutMs },
  );
  expect(run.code, run.stderr).toBe(alone.code);
  const divided = JSON.parse(readFileSync(join(output, "review.json"), "utf8"));
  expect(comparable(divided)).toEqual(comparable(JSON.parse(alone.stdout)));
});

/** Without times. */
function comparable(report: Record<string, unknown>): unknown {
  return JSON.parse(
    JSON.stringify(report, (name, value) =>
      name === "durationMs" || name === "startedAt" ? undefined : value,
    ),
  );
}
