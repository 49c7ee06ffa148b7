import { createPanel } from "@swarm-actions/agents";
import { assembleAgents, type Config, parseConfig } from "@swarm-actions/config";
import { Redactor } from "@swarm-actions/core";
import { type Change, type Panel, type ReviewResult, reviewChange } from "@swarm-actions/review";
import type { Task, TaskResult } from "@swarm-actions/swarm";
import { describe, expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { sampleChange } from "../../../../test/support/sample-change.ts";
import { createPanelRunner } from "../runners/panel/panel-runner.ts";
import { createHunksSource } from "../sources/hunks/hunks-source.ts";
import { completeAnswers } from "./complete-answers.ts";
import { type AnswerTexts, readAnswers } from "./read-answers.ts";
import { writeTasks } from "./task-file.ts";

const never = new AbortController().signal;
const head = "a".repeat(40);

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

const config: Config = await parseConfig(
  JSON.stringify({ agents: { files: agent("file"), hunks: agent("hunk") } }),
  "swarm.yml",
);
const change = sampleChange();
const source = createHunksSource({ select: "", change: async () => change, ignore: [], most: 8 });
const tasks = (await source.find(never)).tasks;
const results = await answersTo(tasks);

function setup() {
  return { root: null, environment: { PATH: process.env.PATH }, redactor: new Redactor() };
}

async function answersTo(asked: readonly Task[]): Promise<readonly TaskResult[]> {
  const all: TaskResult[] = [];
  const given = { config, agents: [], setup: setup(), change: async () => change, tasks: 1 };
  const runner = await createPanelRunner(given);
  await runner.run(asked, (result) => void all.push(result), never);
  return all;
}

/** The files of a swarm's artifact. */
function textsOf(all: readonly TaskResult[], about = tasks): AnswerTexts {
  const lines = all.map(
    (one) => `${JSON.stringify({ ...one, worker: 0, epoch: 0, attempt: 1 })}\n`,
  );
  const commits = { base: "b".repeat(40), head };
  return { "tasks.json": writeTasks(commits, about), "results.jsonl": lines.join("") };
}

function complete(texts: AnswerTexts, of: Change = change) {
  const answers = readAnswers(texts, head);
  return completeAnswers({ change: of, config, setup: setup(), previous: null, answers }, never);
}

async function reviewOf(panel: Panel): Promise<ReviewResult> {
  const { review: settings } = config;
  return reviewChange({ change, panel, settings, panelDigest: "same", previous: null });
}

/** What one process makes of all of it. */
async function undivided(): Promise<ReviewResult> {
  const { agents } = await assembleAgents(config, setup());
  const options = { concurrency: 4, redactor: new Redactor(), signal: never };
  return reviewOf(createPanel({ agents, ...options }));
}

async function reviewed(texts: AnswerTexts): Promise<ReviewResult> {
  const completed = await complete(texts);
  return reviewOf({ review: async () => completed?.members ?? [] });
}

/** Without how long it took. */
function timeless({ agents, ...result }: ReviewResult): unknown {
  return { ...result, agents: agents.map((one) => ({ ...one, durationMs: 0 })) };
}

describe("the review equals one that nobody divided", () => {
  test.each<[string, () => AnswerTexts]>([
    ["all tasks were answered", () => textsOf(results)],
    ["the last task was lost", () => textsOf(results.slice(0, -1))],
    ["the task with those who need all of it was lost", () => textsOf(results.slice(1))],
    ["one task was answered", () => textsOf(results.slice(3, 4))],
    [
      "every second task is not known",
      () =>
        textsOf(
          results,
          tasks.filter((_, at) => at % 2 === 0),
        ),
    ],
    ["the first task is not known", () => textsOf(results, tasks.slice(1))],
    [
      "a task could not be done",
      () => textsOf(results.map((one, at) => (at === 2 ? { ...one, status: "failed" } : one))),
    ],
    [
      "an answer is none",
      () =>
        textsOf(results.map((one, at) => (at === 2 ? { ...one, output: { members: 1 } } : one))),
    ],
  ])(
    "when %s",
    async (_title, texts) => {
      expect(timeless(await reviewed(texts()))).toEqual(timeless(await undivided()));
    },
    60_000,
  );
});

test("it says what the swarm did, and whether anybody was asked here", async () => {
  const all = await complete(textsOf(results));
  expect(all).toMatchObject({ answered: tasks.length, tasks: tasks.length, isCompleted: false });
  const some = await complete(textsOf(results.slice(0, 2)));
  expect(some).toMatchObject({ answered: 2, tasks: tasks.length, isCompleted: true });
});

describe("whoever made the artifact", () => {
  /** Each answer with its agents changed. */
  const forged = (edit: (member: Record<string, unknown>) => object): readonly TaskResult[] =>
    results.map((one) => {
      const output = one.output as { members: Record<string, unknown>[] };
      return { ...one, output: { ...output, members: output.members.map(edit) } as never };
    });

  test("cannot give an agent another provider, or more weight", async () => {
    const louder = forged((one) => ({ ...one, provider: `${one.name}-2`, weight: 1_000 }));
    const { members } = (await complete(textsOf(louder))) ?? { members: [] };
    const { members: honest } = (await complete(textsOf(results))) ?? { members: [] };
    const identity = (all: typeof members) =>
      all.map(({ name, provider, weight, report }) => [name, provider, weight, report.provider]);
    expect(identity(members)).toEqual(identity(honest));
  });

  test("cannot bring agents that the settings do not have, nor leave out those that they have", async () => {
    const strangers = forged((one) => ({ ...one, name: `other-${one.name}` }));
    expect(timeless(await reviewed(textsOf(strangers)))).toEqual(timeless(await undivided()));
    const mute = results.map((one) => {
      const output = one.output as { members: { name: string }[] };
      const members = output.members.filter(({ name }) => name !== "secrets" && name !== "hunks");
      return { ...one, output: { ...output, members } as never };
    });
    expect(timeless(await reviewed(textsOf(mute)))).toEqual(timeless(await undivided()));
    expect(timeless(await reviewed(textsOf(mute.slice(1))))).toEqual(timeless(await undivided()));
  });

  test("cannot answer for another change", async () => {
    const other = changeOf({ "x.js": "a\n" }, { "x.js": "b\n" });
    expect(await complete(textsOf(results), other)).toBeNull();
  });
});

describe("what is not as it should be is refused", () => {
  const honest = textsOf(results);
  const deep = `${"[".repeat(100)}${"]".repeat(100)}`;
  test.each<[string, Partial<AnswerTexts>, RegExp]>([
    ["no JSON", { "tasks.json": "{" }, /tasks\.json .* not JSON/],
    ["a word", { "tasks.json": '"clean"' }, /not as it should be/],
    [
      "another version",
      { "tasks.json": honest["tasks.json"].replace(/"version":1/, '"version":2') },
      /`version`/,
    ],
    ["a line of something else", { "results.jsonl": '{"key":"a"}\n' }, /results\.jsonl .*`status`/],
    ["an abyss", { "results.jsonl": `{"key":"a","status":"done","output":${deep}}\n` }, /`output`/],
    [
      "a key that is no line",
      { "results.jsonl": '{"key":"a\\nb","status":"done","output":1}\n' },
      /`key`/,
    ],
  ])("%s", (_title, texts, message) => {
    expect(() => readAnswers({ ...honest, ...texts }, head)).toThrow(message);
  });

  test("answers about another commit", () => {
    expect(() => readAnswers(honest, "c".repeat(40))).toThrow(
      expect.objectContaining({ code: "tasks/answers-of-another-commit" }),
    );
  });

  test("more tasks than a review has", () => {
    const many = Array.from({ length: 10_001 }, (_, at) => ({ key: `t${at}`, payload: {} }));
    const text = JSON.stringify({ version: 1, change: { base: head, head }, tasks: many });
    expect(() => readAnswers({ ...honest, "tasks.json": text }, head)).toThrow(/`tasks`/);
  });
});

test("of two answers to a task the first counts, and nobody is heard twice", async () => {
  const texts = textsOf([...results, ...results]);
  expect(timeless(await reviewed(texts))).toEqual(timeless(await undivided()));
});
