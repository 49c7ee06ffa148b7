import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startJudgedSandbox } from "../../support/judge/judged-sandbox.ts";
import { createRepository } from "../../support/repository.ts";
import { changedRepository } from "../../support/review-scenario.ts";
import { type CliOptions, runCli } from "../../support/run-cli.ts";

let out = "";
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "swarm-sources-"));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const timeoutMs = 240_000;

interface Line {
  readonly key: string;
  readonly status: string;
  readonly output: unknown;
  readonly error: { readonly message: string } | null;
}

/** Runs a swarm into `out`, and gives the results by key. */
async function swarm(cwd: string, args: readonly string[], options: CliOptions = {}) {
  const output = join(out, `run-${readdirSync(out).length}`);
  const all = ["swarm", "run", "--workers", "2", "--output", output, ...args];
  const run = await runCli(all, { cwd, timeoutMs, ...options });
  const lines = (): readonly Line[] =>
    readFileSync(join(output, "results.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  const results = run.code === 2 ? new Map() : new Map(lines().map((line) => [line.key, line]));
  return { ...run, output, results };
}

/** Runs test files as vitest does: one report for all, 1 when any of them fails. */
const runner = `
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
const { SWARM_KEYS_FILE, SWARM_REPORTS_DIR } = process.env;
const files = readFileSync(SWARM_KEYS_FILE, "utf8").trim().split("\\n");
const began = Date.now();
const testResults = files.map((file) => {
  const status = readFileSync(file, "utf8").includes("wrong") ? "failed" : "passed";
  const failureMessages = status === "failed" ? ["expected 1 to be 2"] : [];
  const assertionResults = [{ status: "passed" }, { status, failureMessages }];
  const startTime = Date.now();
  // Far longer than it takes to start a program, on a busy machine too.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, file.includes("slow") ? 4000 : 20);
  const endTime = Date.now();
  return { name: process.cwd() + "/" + file, status, startTime, endTime, message: "", assertionResults };
});
writeFileSync(SWARM_REPORTS_DIR + "/report.json", JSON.stringify({ testResults, startTime: began }));
process.exitCode = testResults.some(({ status }) => status === "failed") ? 1 : 0;
`;

describe("tests", () => {
  const tests = {
    "run.mjs": runner,
    "src/a.js": "a\n",
    "src/slow.test.js": "right\n",
    "src/bad.test.js": "wrong\n",
    ...Object.fromEntries(
      Array.from({ length: 6 }, (_, at) => [`test/quick-${at}.test.js`, "right\n"]),
    ),
  };
  const words = ["--per", "block", "--", process.execPath, "run.mjs"];

  test("a runner is called once a block, and its report tells how each file went", async () => {
    using repository = createRepository();
    repository.commit("Begin", tests);
    const run = await swarm(repository.top, ["--source", "tests", ...words]);
    expect(run.code, run.stderr).toBe(1);
    expect([...run.results.keys()]).toHaveLength(8);
    expect(run.results.get("src/a.js")).toBeUndefined();
    expect(run.results.get("src/bad.test.js")).toMatchObject({
      status: "failed",
      output: { cases: 2, failed: 1 },
      error: { message: expect.stringContaining("expected 1 to be 2") },
    });
    // Its block ended with 1, and yet all others passed.
    const others = [...run.results.values()].filter(({ key }) => key !== "src/bad.test.js");
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set(["done"]));
    expect(run.stdout).toContain("src/bad.test.js: 1 of 2 cases failed: expected 1 to be 2");
  });

  test("the second run begins with what lasted longest in the first", async () => {
    using repository = createRepository();
    repository.commit("Begin", tests);
    const history = join(out, "history.json");
    await swarm(repository.top, ["--source", "tests", "--history", history, ...words]);
    const plan = ["swarm", "plan", "--source", "tests", "--local", "--workers", "2", "--format"];
    const plans = [["json"], ["json", "--history", history]].map((rest) =>
      runCli([...plan, ...rest], { cwd: repository.top }),
    );
    const [before, after] = (await Promise.all(plans)).map(({ stdout }) => JSON.parse(stdout));
    const from = (one: { predictions: { from: string }[] }) =>
      new Set(one.predictions.map((each) => each.from));
    expect(from(before)).toEqual(new Set(["default"]));
    expect(from(after)).toEqual(new Set(["history"]));
    const firsts = after.lists.map((blocks: { tasks: number[] }[]) => blocks[0]?.tasks[0]);
    const keys = firsts.map((index: number) => after.tasks[index].key);
    expect(keys).toContain("src/slow.test.js");
    expect(after.choice.lowerBound).toBeLessThan(before.choice.lowerBound);
  });

  test("where nothing was seen, reports of others say how long each will be", async () => {
    using repository = createRepository();
    repository.commit("Begin", tests);
    const junit = `<testsuites><testsuite name="s"><testcase name="t" file="src/slow.test.js" time="42"/>
      <testcase name="u" file="test/quick-0.test.js" time="1"/></testsuite></testsuites>`;
    writeFileSync(join(out, "junit.xml"), junit);
    const args = ["--source", "tests", "--reports", join(out, "junit.xml"), "--format", "json"];
    const { stdout, stderr } = await runCli(["swarm", "plan", ...args], { cwd: repository.top });
    expect(stderr).toBe("");
    const { tasks, predictions } = JSON.parse(stdout);
    const at = tasks.findIndex(({ key }: { key: string }) => key === "src/slow.test.js");
    expect(predictions[at]).toMatchObject({ mean: 42, from: "history" });
  });
});

describe("files", () => {
  test("are selected by globs, and by what the change touches", async () => {
    using repository = changedRepository(
      { "docs/a.md": "one two\n", "docs/b.md": "three\n", "src/c.md": "x\n", "src/d.js": "x\n" },
      { "docs/b.md": "three four five\n", "docs/new.md": "new\n", "src/d.js": "y\n" },
    );
    const count = ["--", "sh", "-c", 'wc -w < "$SWARM_TASK_KEY" | tr -d " "'];
    const select = "docs/**/*.md\n!**/a.md";
    const all = await swarm(repository.top, ["--source", "files", "--select", "**/*.md", ...count]);
    expect(all.code, all.stderr).toBe(0);
    expect([...all.results.keys()]).toEqual(["README.md", "docs/a.md", "docs/b.md", "src/c.md"]);
    const args = ["--source", "files", "--select", select, "--changed", ...count];
    const changed = await swarm(repository.top, args);
    expect(changed.code, changed.stderr).toBe(0);
    const outputs = [...changed.results.values()].map(({ key, output }) => [key, output]);
    expect(outputs).toEqual([
      ["docs/b.md", "3"],
      ["docs/new.md", "1"],
    ]);
  });

  test("outside of a repository are refused by name", async () => {
    const run = await swarm(out, ["--source", "files", "--", "true"]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("not in a git repository");
  });
});

test("hunks go to a plain program, with the text of each", async () => {
  const lines = (word: string) => Array.from({ length: 80 }, (_, at) => `${word} ${at}\n`);
  const before = lines("line").join("");
  const after = lines("line").map((line, at) => (at === 3 || at === 70 ? `new ${at}\n` : line));
  using repository = changedRepository({ "a.txt": before }, { "a.txt": after.join("") });
  const program = `
    const { payload } = JSON.parse(require("fs").readFileSync(process.env.SWARM_TASK_FILE, "utf8"));
    console.log(JSON.stringify(payload));`;
  const words = ["--", process.execPath, "-e", program];
  const run = await swarm(repository.top, ["--source", "hunks", ...words]);
  expect(run.code, run.stderr).toBe(0);
  const said = [...run.results.values()].map(({ output }) => String(output)).join("\n");
  expect(said).toContain("a.txt");
  expect(said).toContain("new 3");
  expect(said).toContain("new 70");
});

describe("repositories", () => {
  const token = ["ghp", "ada"].join("_");
  const seed = {
    users: [{ login: "ada" }],
    organizations: [{ login: "acme" }],
    repositories: [
      { owner: "acme", name: "api-shop", topics: ["service"] },
      { owner: "acme", name: "api-mail", topics: ["service"] },
      { owner: "acme", name: "docs" },
    ],
    tokens: [{ kind: "user", value: token, login: "ada" }],
  };
  const args = ["--source", "repositories", "--select", "org:acme topic:service"];

  test("are found with the token and the address of the environment", async () => {
    await using sandbox = await startJudgedSandbox({ seed });
    const environment = { GITHUB_TOKEN: token, GITHUB_API_URL: sandbox.url };
    const words = ["--", "sh", "-c", 'echo "$SWARM_TASK"'];
    const run = await swarm(out, [...args, ...words], { environment });
    expect(run.code, run.stderr).toBe(0);
    expect([...run.results.keys()]).toEqual(["acme/api-mail", "acme/api-shop"]);
    const said = run.results.get("acme/api-shop")?.output;
    expect(JSON.parse(String(said))).toMatchObject({ owner: "acme", name: "api-shop" });
    const plan = await runCli(["swarm", "plan", ...args, "--format", "json"], { environment });
    expect(JSON.parse(plan.stdout).tasks).toHaveLength(2);
  });

  test("are not asked for without a token", async () => {
    const run = await swarm(out, [...args, "--", "true"]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("GITHUB_TOKEN");
  });
});

describe("command", () => {
  test("a program lists the tasks", async () => {
    mkdirSync(join(out, "work"));
    const list = `${process.execPath} -e 'for (const n of [1, 2, 3]) console.log(JSON.stringify({ key: "t" + n, payload: { n } }))'`;
    const words = ["--", "sh", "-c", 'echo "$SWARM_TASK"'];
    const run = await swarm(join(out, "work"), ["--source", "command", "--select", list, ...words]);
    expect(run.code, run.stderr).toBe(0);
    const outputs = [...run.results.values()].map(({ output }) => output);
    expect(outputs).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
  });

  test("a list that may be cut short is not worked on", async () => {
    const list = `${process.execPath} -e 'console.log(1); process.exit(4)'`;
    const run = await swarm(out, ["--source", "command", "--select", list, "--", "true"]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("exited with 4");
  });
});
