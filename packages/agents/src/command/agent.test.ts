import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Redactor } from "@swarm-actions/core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import type { AgentSetup } from "../setup.ts";
import { createCommandAgent } from "./agent.ts";
import { commandOptions } from "./options.ts";

const signal = new AbortController().signal;
const task = taskOf({}, { "src/a.ts": "one\ntwo\nthree\n" });
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "swarm-command-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** An agent that runs `script` as a Node program in the checkout. */
function agentOf(script: string, options: object = {}, setup: Partial<AgentSetup> = {}) {
  writeFileSync(join(root, "program.cjs"), script);
  const run = [process.execPath, join(root, "program.cjs")];
  const whole = { root, environment: { ...process.env }, redactor: new Redactor(), ...setup };
  return createCommandAgent("acme", commandOptions.parse({ run, ...options }), whole);
}

function says(value: unknown): string {
  return `console.log(${JSON.stringify(JSON.stringify(value))});`;
}

function findingOf(overrides: object = {}) {
  const place = { path: "src/a.ts", startLine: 2 };
  return { ...place, severity: "low", rule: "r", message: "m", ...overrides };
}

async function review(script: string, options: object = {}, setup: Partial<AgentSetup> = {}) {
  return agentOf(script, options, setup).review(task, signal);
}

const saveInput = `
  let text = "";
  process.stdin.on("data", (chunk) => { text += chunk; });
  process.stdin.on("end", () => {
    require("node:fs").writeFileSync("seen", JSON.stringify([process.argv.slice(2), text]));
    ${says({ findings: [] })}
  });`;

function seen(): [string[], string] {
  return JSON.parse(readFileSync(join(root, "seen"), "utf8"));
}

describe("what a command is given", () => {
  it("is the task as JSON", async () => {
    await review(saveInput);
    expect(JSON.parse(seen()[1])).toEqual({
      version: 1,
      change: { title: "", description: "", baseSha: null, headSha: null },
      files: [
        {
          path: "src/a.ts",
          oldPath: null,
          status: "added",
          content: "text",
          after: "one\ntwo\nthree\n",
          hunks: [
            {
              oldStart: 0,
              oldCount: 0,
              newStart: 1,
              newCount: 3,
              heading: "",
              lines: ["one", "two", "three"].map((text, index) => ({
                kind: "added",
                text,
                oldLine: null,
                newLine: index + 1,
              })),
            },
          ],
        },
      ],
    });
  });

  it("is paths where it asks for them, none of which looks like an option", async () => {
    const files = { "--fix": "x\n", "a b.ts": "x\n" };
    const agent = agentOf(saveInput, { stdin: "paths", "pass-paths": true });
    await agent.review(taskOf({ "gone.ts": "x\n" }, files), signal);
    expect(seen()).toEqual([["--", "./--fix", "a b.ts"], "./--fix\na b.ts\n"]);
  });

  it("is nothing where it asks for nothing", async () => {
    await review(saveInput, { stdin: "none" });
    expect(seen()).toEqual([[], ""]);
  });

  it("may be left unread, however much it is", async () => {
    const huge = taskOf({}, { "a.ts": "line\n".repeat(200_000) });
    const agent = agentOf(`process.stdin.destroy(); ${says({ findings: [] })}`);
    expect((await agent.review(huge, signal)).remarks).toEqual([]);
  });

  it("is an environment without anything that was not named", async () => {
    const secret = ["s3cr3t", "value", "of", "the", "caller"].join("-");
    const environment = { ...process.env, GITHUB_TOKEN: secret, NAMED_KEY: secret, MODE: "fast" };
    const redactor = new Redactor();
    const script = `require("node:fs").writeFileSync("seen", JSON.stringify(process.env)); ${says({ findings: [] })}`;
    await review(
      script,
      { environment: ["NAMED_KEY", "MODE", "ABSENT"] },
      { environment, redactor },
    );
    const got = JSON.parse(readFileSync(join(root, "seen"), "utf8"));
    const ordinary = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP"];
    const unexpected = Object.keys(got).filter((name) => !ordinary.includes(name));
    // macOS adds a variable of its own to every process.
    expect(unexpected.filter((name) => !name.startsWith("__CF")).sort()).toEqual([
      "MODE",
      "NAMED_KEY",
    ]);
    expect(got.NAMED_KEY).toBe(secret);
    expect(redactor.redact(`${secret} fast`)).toBe("*** fast");
  });
});

describe("what a command answers", () => {
  it("is findings", async () => {
    const whole = findingOf({ startLine: undefined, severity: "high", category: "security" });
    const change = { severity: "info", message: "about all of it" };
    const fixed = findingOf({ suggestion: "TWO", confidence: 1 });
    const skipped = [{ path: "src/a.ts", reason: "too odd" }];
    const answer = await review(says({ findings: [fixed, whole, change], skipped }));
    const lines = { kind: "lines", path: "src/a.ts", side: "new", startLine: 2, endLine: 2 };
    const correctness = { category: "correctness", message: "m", rule: "acme/r" };
    expect(answer).toEqual({
      remarks: [
        {
          ...correctness,
          place: lines,
          severity: "low",
          confidence: 1,
          suggestion: { startLine: 2, endLine: 2, replacement: "TWO" },
        },
        {
          ...correctness,
          place: { kind: "file", path: "src/a.ts" },
          severity: "high",
          category: "security",
          confidence: 0.8,
        },
        {
          place: { kind: "change" },
          severity: "info",
          category: "correctness",
          rule: "acme/finding",
          message: "about all of it",
          confidence: 0.8,
        },
      ],
      skipped: [{ path: "src/a.ts", hunk: 0, reason: "too odd" }],
      corrections: [{ kind: "dropped", reason: "hunk not read: too odd", count: 1 }],
      usage: null,
    });
  });

  it("is checked: lies are dropped and counted", async () => {
    const findings = [
      findingOf(),
      findingOf(),
      findingOf({ path: "src/other.ts" }),
      findingOf({ path: "../../etc/passwd" }),
      findingOf({ path: "/etc/passwd" }),
      findingOf({ path: "__proto__" }),
      findingOf({ startLine: 4 }),
      findingOf({ startLine: 9_000_000 }),
      findingOf({ startLine: 1e300 }),
      findingOf({ startLine: -1 }),
      findingOf({ startLine: 3, endLine: 1 }),
      findingOf({ startLine: undefined, endLine: 1 }),
      findingOf({ side: "old" }),
      findingOf({ severity: "apocalyptic" }),
      findingOf({ confidence: 7 }),
      findingOf({ message: " " }),
      null,
      "finding",
    ];
    const text = JSON.stringify({ findings }).replace("{", '{"__proto__":{"skipped":[]},');
    const { remarks, skipped, corrections } = await review(`console.log(${JSON.stringify(text)})`);
    expect(remarks).toHaveLength(1);
    expect(skipped).toEqual([]);
    expect(corrections).toEqual([
      { kind: "dropped", reason: "duplicate", count: 1 },
      { kind: "dropped", reason: "not-a-valid-finding", count: 9 },
      { kind: "dropped", reason: "outside-the-change", count: 5 },
      { kind: "dropped", reason: "outside-the-repository", count: 2 },
    ]);
  });

  it("may be SARIF or diagnostics", async () => {
    const physicalLocation = { artifactLocation: { uri: "src/a.ts" }, region: { startLine: 1 } };
    const results = [{ ruleId: "s", message: { text: "m" }, locations: [{ physicalLocation }] }];
    const sarif = { version: "2.1.0", runs: [{ tool: { driver: { name: "S" } }, results }] };
    const range = { start: { line: 1 } };
    const diagnostic = { message: "m", location: { path: "src/a.ts", range } };
    const rules = async (format: string, value: unknown) =>
      (await review(says(value), { format })).remarks.map(({ rule }) => rule);
    expect(await rules("sarif", sarif)).toEqual(["acme/s"]);
    expect(await rules("rdjson", { diagnostics: [diagnostic] })).toEqual(["acme/finding"]);
    expect(await rules("rdjsonl", diagnostic)).toEqual(["acme/finding"]);
    expect((await review("", { format: "rdjsonl" })).remarks).toEqual([]);
  });

  it("may come from a file, if the program wrote it this time", async () => {
    const text = JSON.stringify(JSON.stringify({ findings: [findingOf()] }));
    const options = { "output-file": "out.json" };
    const script = `console.log("hello"); require("node:fs").writeFileSync("out.json", ${text});`;
    expect((await review(script, options)).remarks).toHaveLength(1);
    const failure = expect.objectContaining({ code: "command/no-output-file" });
    await expect(review("", options)).rejects.toEqual(failure);
  });

  it("may come with an exit code of one, but not with that alone", async () => {
    const found = `${says({ findings: [findingOf()] })} process.exitCode = 1;`;
    expect((await review(found)).remarks).toHaveLength(1);
    await expect(review(found, { "exit-codes": [0] })).rejects.toThrow("exited with 1");
    await expect(review("process.exitCode = 1", { format: "rdjsonl" })).rejects.toThrow(
      "exited with 1",
    );
  });
});

describe("a command that fails", () => {
  it("says how, without secrets", async () => {
    const secret = ["hunter", "two", "and", "more"].join("-");
    const script = `console.error("one\\ntwo\\nfailed with " + process.env.API_KEY); process.exit(3)`;
    const environment = { ...process.env, API_KEY: secret };
    const failing = review(script, { environment: ["API_KEY"] }, { environment });
    await expect(failing).rejects.toMatchObject({
      code: "command/failed",
      message: `\`${process.execPath}\` exited with 3: one\ntwo\nfailed with ***`,
    });
  });

  it("says which signal ended it", async () => {
    await expect(review('process.kill(process.pid, "SIGSEGV")')).rejects.toThrow(
      "was killed by SIGSEGV",
    );
  });

  it("says what to install", async () => {
    await expect(review("", { run: "no-such-linter --json" })).rejects.toMatchObject({
      code: "command/not-started",
      message: "Cannot start `no-such-linter`: it was not found",
      fix: expect.stringContaining("Install `no-such-linter`"),
    });
  });

  it("does not pass off garbage as a clean answer", async () => {
    await expect(review("")).rejects.toThrow("is not JSON: it is empty");
    await expect(review('console.log("all good!")')).rejects.toThrow("is not JSON");
    await expect(review(says({ findings: [{}] }))).rejects.toThrow("has no valid finding");
  });

  it("is stopped when it writes without end", async () => {
    const script = `const text = "x".repeat(1 << 16);
      (function more() { process.stdout.write(text, more); })();`;
    const started = performance.now();
    await expect(review(script, { "output-limit": 1 })).rejects.toMatchObject({
      code: "command/too-much-output",
      message: `\`${process.execPath}\` wrote more than 1 MB`,
    });
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it("is killed with everything it started when time is up, even deaf to being asked", async () => {
    const script = `
      const child = require("node:child_process").spawn(process.execPath, ["-e",
        'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000);'], { stdio: "inherit" });
      process.on("SIGTERM", () => {});
      require("node:fs").writeFileSync("pids", process.pid + " " + child.pid);
      setInterval(() => {}, 1000);`;
    const stop = new AbortController();
    const pending = agentOf(script).review(task, stop.signal);
    const settled = expect(pending).rejects.toThrow("time is up");
    const told = () => readFileSync(join(root, "pids"), "utf8");
    await vi.waitFor(() => expect(told()).toMatch(/\d \d/), 60_000);
    stop.abort(new Error("time is up"));
    await settled;
    const pids = told().split(" ").map(Number);
    await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), 60_000);
  });

  it("does not keep the review waiting for what it left behind", async () => {
    const script = `
      const child = require("node:child_process").spawn(process.execPath,
        ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit", detached: true });
      child.unref();
      require("node:fs").writeFileSync("pid", String(child.pid));
      ${says({ findings: [findingOf()] })}`;
    const { remarks } = await review(script);
    expect(remarks).toHaveLength(1);
    process.kill(Number(readFileSync(join(root, "pid"), "utf8")), "SIGKILL");
  });

  it("is not started at all once time is up", async () => {
    const agent = agentOf(saveInput);
    const over = AbortSignal.abort(new Error("over"));
    await expect(agent.review(task, over)).rejects.toThrow("over");
    await setTimeout(50);
    expect(existsSync(join(root, "seen"))).toBe(false);
  });

  it("asks for a checkout when it needs one", async () => {
    const needy = review(saveInput, { stdin: "paths" }, { root: null });
    await expect(needy).rejects.toMatchObject({ code: "agents/no-checkout" });
    expect((await review(says({ findings: [] }), {}, { root: null })).remarks).toEqual([]);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie that nobody has collected yet is no longer running.
    const stat = existsSync("/proc/self") ? readFileSync(`/proc/${pid}/stat`, "utf8") : "";
    return !/\) Z /.test(stat);
  } catch {
    return false;
  }
}
