import { createPanel } from "@swarm-actions/agents";
import { assembleAgents, parseConfig } from "@swarm-actions/config";
import { Redactor } from "@swarm-actions/core";
import {
  type Change,
  carriedHunks,
  type Panel,
  type ReviewRequest,
  type ReviewResult,
  reviewChange,
} from "@swarm-actions/review";
import type { Task, TaskResult } from "@swarm-actions/swarm";
import { describe, expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { reviewFromResults } from "../merge/review-from-results.ts";
import { createPanelRunner } from "../runners/panel/panel-runner.ts";
import { createHunksSource } from "../sources/hunks/hunks-source.ts";
import { completeAnswers } from "./complete-answers.ts";

const never = new AbortController().signal;

/** A program that remarks on every file, and on every line that was added to the hunks that it is shown. */
const program = `
let text = "";
process.stdin.on("data", (chunk) => (text += chunk)).on("end", () => {
  const findings = JSON.parse(text).files.flatMap(({ path, hunks }) => [
    { path, rule: "file", severity: "low", category: "correctness", message: "file " + path },
    ...hunks.flatMap(({ lines }) => lines.filter(({ kind }) => kind === "added").map(({ newLine, text }) => ({
      path, startLine: newLine, endLine: newLine, rule: "line", severity: "medium", category: "correctness",
      message: "line: " + text,
    }))),
  ]);
  process.stdout.write(JSON.stringify({ findings }));
});`;

const agent = (split: string) => ({
  type: "command",
  run: [process.execPath, "-e", program],
  split,
});
const agents = { whole: agent("change"), files: agent("file"), hunks: agent("hunk") };
const config = await parseConfig(JSON.stringify({ agents }), "swarm.yml");
const setup = () => ({
  root: null,
  environment: { PATH: process.env.PATH },
  redactor: new Redactor(),
});
const { agents: panel, digest: panelDigest } = await assembleAgents(config, setup());
const { review: settings } = config;

const lines = Array.from({ length: 60 }, (_, at) => `export const n${at} = ${at};\n`);
const before = {
  "a/one.js": lines.join(""),
  "b/two.js": "two();\n",
  "c/three.js": "three();\n",
  "d/logo.png": new Uint8Array([0, 1, 2]),
};
const first = {
  "a/one.js": lines.with(4, "debugger;\n").join(""),
  "b/two.js": "two(2);\n",
  "c/three.js": "three(3);\n",
  "d/logo.png": new Uint8Array([0, 1, 3]),
};
const second = {
  ...first,
  "a/one.js": lines.with(4, "debugger;\n").with(50, "debugger; // again\n").join(""),
  "e/new.js": "console.log(1);\n",
};
const pushed = changeOf(before, second);
const earlier = (await undivided(changeOf(before, first), null)).state;

async function undivided(change: Change, previous: ReviewRequest["previous"]) {
  const options = { concurrency: 4, redactor: new Redactor(), signal: never };
  return reviewed(change, createPanel({ agents: panel, ...options }), previous);
}

function reviewed(change: Change, asked: Panel, previous: ReviewRequest["previous"]) {
  return reviewChange({ change, panel: asked, settings, panelDigest, previous });
}

function tasksOf(change: Change, previous: ReviewRequest["previous"]): Promise<readonly Task[]> {
  const source = createHunksSource({
    select: "",
    change: async () => change,
    ignore: [],
    carried: async () => carriedHunks({ change, settings, panelDigest, previous }).hunks,
  });
  return source.find(never).then(({ tasks }) => tasks);
}

async function answersTo(tasks: readonly Task[]): Promise<readonly TaskResult[]> {
  const all: TaskResult[] = [];
  const given = { config, agents: [], setup: setup(), change: async () => pushed, tasks: 1 };
  const runner = await createPanelRunner(given);
  await runner.run(tasks, (result) => void all.push(JSON.parse(JSON.stringify(result))), never);
  return all;
}

const tasks = await tasksOf(pushed, earlier);
const results = await answersTo(tasks);

async function completed(
  previous: ReviewRequest["previous"],
  answers = { tasks, results },
): Promise<ReviewResult | null> {
  const begun = { change: pushed, config, setup: setup(), previous, answers };
  const all = await completeAnswers(begun, never);
  return all && reviewed(pushed, { review: async () => all.members }, previous);
}

/** Without how long it took. */
function timeless({ agents, ...result }: ReviewResult): unknown {
  return { ...result, agents: agents.map((one) => ({ ...one, durationMs: 0 })) };
}

test("tasks are about what is new alone, and whole files are spoken of in the first", () => {
  const about = tasks.map(({ payload }) =>
    (payload as { files: { path: string; hunks: string[] }[] }).files.map(
      ({ path, hunks }) => `${path} ${hunks.length}`,
    ),
  );
  expect(about).toEqual([
    ["a/one.js 1", "b/two.js 0", "c/three.js 0", "d/logo.png 0"],
    ["e/new.js 1"],
  ]);
});

test("where nothing is new there are no tasks", async () => {
  const { state } = await undivided(pushed, earlier);
  expect(await tasksOf(pushed, state)).toEqual([]);
  expect((await tasksOf(pushed, null)).length).toBeGreaterThan(2);
});

test("another panel is asked about all of it", async () => {
  const another = { ...earlier, panel: "0".repeat(64) };
  expect(await tasksOf(pushed, another)).toEqual(await tasksOf(pushed, null));
});

describe("the review equals one that nobody divided", () => {
  const same = async (
    previous: ReviewRequest["previous"],
    answers?: Parameters<typeof completed>[1],
  ) => {
    const divided = await completed(previous, answers);
    expect(divided && timeless(divided)).toEqual(timeless(await undivided(pushed, previous)));
  };

  test("when all tasks were answered", async () => {
    await same(earlier);
    const { incremental, coverage } = (await completed(earlier)) as ReviewResult;
    expect(incremental).toEqual({ mode: "incremental", carriedHunks: 3 });
    expect(coverage).toMatchObject({ carried: 3, reviewed: 2, missed: 0 });
  });

  test.each([0, 1])("when task %i was lost", async (lost) => {
    await same(earlier, { tasks, results: results.toSpliced(lost, 1) });
  });

  test("when what it stood on is gone by now, so that all of it is asked", async () => {
    await same(null);
    await same({ ...earlier, hunks: earlier.hunks.slice(1), findings: [] });
  });

  test("on every line when the plan could not read it, and asked about all of it", async () => {
    const all = await tasksOf(pushed, null);
    const divided = await completed(earlier, { tasks: all, results: await answersTo(all) });
    const { coverage, state, incremental, ...alone } = await undivided(pushed, earlier);
    expect(divided).toMatchObject({ coverage, state, incremental });
    const onLines = (findings: ReviewResult["findings"] = []) =>
      findings.filter(({ place }) => place.kind === "lines");
    expect(onLines(divided?.findings)).toEqual(onLines(alone.findings));
  });
});

test("what the swarm says by itself is of what is new, and the rest is no gap in it", async () => {
  const result = await reviewFromResults(pushed, { tasks, results }, { settings, panelDigest });
  expect(result.coverage).toMatchObject({ carried: 3, reviewed: 2, missed: 0 });
  expect(result.outcome).toBe("findings");
});
