import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GitHubError } from "@swarm-actions/github";
import { describe, expect, test } from "vitest";
import {
  createFakeJob,
  type FakeJob,
  type FakeSetting,
} from "../../../../test/support/fake-job.ts";
import { commentOf, conversationOf, pullRequestOf } from "../../../../test/support/publication.ts";
import { type ReviewWish, review } from "./review.ts";

async function run(setting: FakeSetting = {}, wish: ReviewWish = { mode: "review" }) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "pr-review-"));
  const job = createFakeJob(folder.path, setting);
  const conversation = setting.conversation ?? conversationOf();
  const ended = await review(job, conversation, wish).catch((thrown: unknown) => thrown);
  return { job, ended, outputs: job.runner.outputs() };
}

const titles = (job: FakeJob): string[] => job.runner.annotations().map(({ title }) => title);

test("a review with findings is written once, and the run is as red as `fail-on` says", async () => {
  const { job, ended, outputs } = await run();
  expect(ended).toMatchObject({ outcome: "findings", conclusion: "success", verdict: "passed" });
  expect(job.applied).toHaveLength(1);
  expect(job.applied[0]?.review?.lines).toHaveLength(1);
  expect(outputs).toMatchObject({ published: "written", findings: "1", posted: "1", medium: "1" });
  const strict = await run({ inputs: { failOn: "medium" } });
  expect(strict.ended).toMatchObject({ conclusion: "failure", verdict: "failed" });
  expect(titles(strict.job)).toEqual(["Findings"]);
});

test("the pull request's own settings are never asked, the base branch's are", async () => {
  const conversation = conversationOf({ configText: "review:\n  fail-on: low\n" });
  expect((await run({ conversation })).ended).toMatchObject({ conclusion: "failure" });
});

test("a dry run shows what would be written, and leaves it to the client to send nothing", async () => {
  const { job, outputs } = await run({ inputs: { dryRun: true } });
  expect(job.applied).toHaveLength(1);
  expect(outputs).toMatchObject({ published: "dry-run", outcome: "findings" });
  expect(job.runner.everything()).toContain("What would be written on");
});

describe("what moved on meanwhile", () => {
  test("nothing of a review of an older commit is written, and nobody is to blame", async () => {
    const { job, ended } = await run({ head: { headSha: "f".repeat(40) } });
    expect(ended).toMatchObject({ outcome: "superseded", verdict: "passed", published: "nothing" });
    expect(job.applied).toEqual([]);
  });

  test("the summary of a run beside this one is brought up to date, not doubled", async () => {
    const first = await run();
    const plan = first.job.applied[0];
    const body = plan?.summary.kind === "create" ? plan.summary.body : "";
    const other = commentOf({ id: 77, nodeId: "IC_77", body: `${body} ` });
    const { job } = await run({ head: { newestComments: [other] } });
    expect(job.applied[0]?.summary.kind).not.toBe("create");
  });
});

describe("settings that are broken", () => {
  const conversation = conversationOf({ configText: "review:\n  fail-on: hihg\n" });

  test("fail the check and the run, with their place", async () => {
    const { job, ended } = await run({ conversation });
    expect(ended).toMatchObject({ code: "config/invalid" });
    expect(String(ended)).toMatch(/swarm\.yml \(on main\):2:12/);
    const [plan] = job.applied;
    expect(plan).toMatchObject({ review: null, check: { conclusion: "failure" } });
    expect(plan?.check?.summary).toContain(":2:12");
  });

  test("are not written again by a rerun, nor where nothing may be written", async () => {
    const { job } = await run({ conversation });
    const externalId = job.applied[0]?.check?.externalId ?? "";
    const check = { id: 1, name: "pr-review", externalId, status: "completed", conclusion: null };
    expect((await run({ conversation: { ...conversation, checks: [check] } })).job.applied).toEqual(
      [],
    );
    expect((await run({ conversation }, { mode: "analyze" })).job.applied).toEqual([]);
  });
});

describe("what is kept for a run that may write", () => {
  test("goes into an artifact whose name no other attempt uses up", async () => {
    const { job, ended } = await run({}, { mode: "analyze" });
    expect(ended).toMatchObject({ outcome: "findings", published: "handed-over" });
    expect(job.did).toEqual(["upload pr-review-1"]);
    expect(job.applied).toEqual([]);
    expect(titles(job)).toEqual(["medium: leftovers/debugger"]);
  });

  test("is kept as well when a fork's run turns out not to be allowed to write", async () => {
    const refused = new GitHubError("github/missing-permission", "no", { fix: "x", status: 403 });
    const host = { apply: () => Promise.reject(refused) };
    const conversation = conversationOf({ pullRequest: pullRequestOf({ isFork: true }) });
    const { job, ended } = await run({ host, conversation });
    expect(ended).toMatchObject({ published: "handed-over", verdict: "passed" });
    expect(titles(job)).toContain("Not written");
    const own = await run({ host });
    expect(own.ended).toBe(refused);
    expect(own.job.did).toEqual([]);
  });
});

test("a draft is skipped without reading its change", async () => {
  const conversation = conversationOf({ pullRequest: pullRequestOf({ isDraft: true }) });
  const { job, ended, outputs } = await run({ conversation });
  expect(ended).toMatchObject({ outcome: "skipped", verdict: "passed" });
  expect(outputs.reason).toContain("draft");
  expect(job.applied).toEqual([]);
});

test("a panel without anybody is red: nothing was reviewed", async () => {
  const off = [
    "dependencies",
    "hidden-text",
    "leftovers",
    "migrations",
    "secrets",
    "size",
    "tests",
  ];
  const lines = [...off, "workflows"].map((name) => `  ${name}: off`);
  const conversation = conversationOf({ configText: `built-in:\n${lines.join("\n")}\n` });
  const { job, ended } = await run({ conversation });
  expect(ended).toMatchObject({ outcome: "not-run", conclusion: "failure", verdict: "failed" });
  expect(titles(job)).toEqual(["Not reviewed"]);
});
