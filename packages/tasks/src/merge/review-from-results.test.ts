import { createPanel } from "@swarm-actions/agents";
import { assembleAgents, type Config, defaultConfig, parseConfig } from "@swarm-actions/config";
import { Redactor } from "@swarm-actions/core";
import { type Change, type ReviewResult, reviewChange } from "@swarm-actions/review";
import type { Task, TaskResult } from "@swarm-actions/swarm";
import { describe, expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { sampleChange } from "../../../../test/support/sample-change.ts";
import { createPanelRunner } from "../runners/panel/panel-runner.ts";
import { createHunksSource } from "../sources/hunks/hunks-source.ts";
import { reviewFromResults } from "./review-from-results.ts";

const never = new AbortController().signal;

const plain: Config = defaultConfig;

/** A program that remarks on every added line with an even number. */
const program = `
let text = "";
process.stdin.on("data", (chunk) => (text += chunk)).on("end", () => {
  const findings = JSON.parse(text).files.flatMap(({ path, hunks }) =>
    hunks.flatMap(({ lines }) =>
      lines
        .filter(({ kind, newLine }) => kind === "added" && newLine % 2 === 0)
        .map(({ newLine, text }) => ({
          path, startLine: newLine, endLine: newLine, rule: "even", severity: "medium", category: "correctness",
          message: "even: " + text,
        })),
    ),
  );
  process.stdout.write(JSON.stringify({ findings }));
});`;

const agent = (split: "file" | "hunk") => ({
  type: "command",
  run: [process.execPath, "-e", program],
  split,
});

/** Agents that are divided each in its way, beside the built-in ones. */
const mixed: Config = await parseConfig(
  JSON.stringify({ agents: { files: agent("file"), hunks: agent("hunk") } }),
  "swarm.yml",
);

function setup(redactor = new Redactor()) {
  return { root: null, environment: { PATH: process.env.PATH }, redactor };
}

async function whole(change: Change, given: Config): Promise<ReviewResult> {
  const agents = await assembleAgents(given, setup());
  const { concurrency, review: settings } = given;
  const panel = createPanel({ ...agents, concurrency, redactor: new Redactor(), signal: never });
  return reviewChange({ change, panel, settings, panelDigest: agents.digest, previous: null });
}

async function cut(change: Change, given: Config, most: number): Promise<readonly Task[]> {
  const ignore = given.review.ignore;
  const source = createHunksSource({ select: "", change: async () => change, ignore, most });
  return (await source.find(never)).tasks;
}

/** What a swarm makes of the change, each task done by a worker of its own. */
async function divided(
  change: Change,
  given: Config,
  tasks: readonly Task[],
  lost: (task: Task, at: number) => boolean = () => false,
): Promise<ReviewResult> {
  const results: TaskResult[] = [];
  for (const [at, task] of tasks.entries()) {
    if (lost(task, at)) continue;
    const runner = await createPanelRunner({
      config: given,
      agents: [],
      setup: setup(),
      change: async () => change,
      tasks: tasks.length,
    });
    // As it crosses jobs.
    const tell = (result: TaskResult) => void results.push(JSON.parse(JSON.stringify(result)));
    await runner.run([task], tell, never);
  }
  const { digest: panelDigest } = await assembleAgents(given, setup());
  const answers = { tasks, results: results.toReversed() };
  return reviewFromResults(change, answers, { settings: given.review, panelDigest });
}

/** Without how long it took. */
function timeless({ agents, ...result }: ReviewResult): unknown {
  return { ...result, agents: agents.map((agent) => ({ ...agent, durationMs: 0 })) };
}

describe("a review that is divided equals one that is not", () => {
  test.each([1, 8, 40, 400])("in tasks of %i lines", async (most) => {
    const change = sampleChange();
    const tasks = await cut(change, plain, most);
    const result = await divided(change, plain, tasks);
    expect(timeless(result)).toEqual(timeless(await whole(change, plain)));
    expect(result.findings.length).toBeGreaterThan(3);
  });
});

test("nor does it matter that agents are given files, or hunks alone", async () => {
  const change = sampleChange();
  const tasks = await cut(change, mixed, 8);
  expect(tasks.length).toBeGreaterThan(5);
  const result = await divided(change, mixed, tasks);
  const undivided = await whole(change, mixed);
  expect(timeless(result)).toEqual(timeless(undivided));
  const speakers = new Set(result.findings.flatMap(({ votes }) => votes.yes));
  expect([...speakers]).toEqual(expect.arrayContaining(["files", "hunks"]));
});

test("an agent covers what it did, and not what nobody came to", async () => {
  const change = sampleChange();
  const tasks = await cut(change, mixed, 8);
  const last = tasks.length - 1;
  const result = await divided(change, mixed, tasks, (_, at) => at === last);
  expect(result.outcome).toBe("partial");
  expect(result.reasons.map(({ message }) => message).join()).toMatch(/hunks skipped .*no result/);
});

test("what nobody came to is never clean", async () => {
  const change = changeOf({ "a.txt": "a\n", "b.txt": "b\n" }, { "a.txt": "1\n", "b.txt": "2\n" });
  const tasks = await cut(change, plain, 1);
  expect(tasks).toHaveLength(2);
  const lead = await divided(change, plain, tasks, (_, at) => at === 0);
  expect(lead.outcome).toBe("not-run");
});
