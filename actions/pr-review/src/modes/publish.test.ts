import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkflowRunFacts } from "@swarm-actions/github";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { createFakeJob, type FakeSetting, runOf } from "../../../../test/support/fake-job.ts";
import { conversationOf, headSha, pullRequestOf } from "../../../../test/support/publication.ts";
import { publish } from "./publish.ts";
import { review } from "./review.ts";

const place = { owner: "octo", repository: "app", number: 7 };
const fork = conversationOf({ pullRequest: pullRequestOf({ isFork: true }) });

/** What a run in mode `analyze` keeps of the usual change. */
async function kept(): Promise<string> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "pr-review-"));
  const job = createFakeJob(folder.path);
  await review(job, fork, { mode: "analyze" });
  return job.uploads[0] ?? "";
}

function zipped(text: string, name = "review.json"): Uint8Array {
  return zipSync({ [name]: new TextEncoder().encode(text) });
}

async function run(
  artifact: Uint8Array | null,
  overrides: Partial<WorkflowRunFacts> = {},
  setting: FakeSetting = {},
) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "pr-review-"));
  const asked: string[] = [];
  const host: FakeSetting["host"] = {
    findPullRequests: async () => [place],
    readArtifact: async (_run, name) => {
      asked.push(name);
      return artifact;
    },
    ...setting.host,
  };
  const job = createFakeJob(folder.path, { conversation: fork, ...setting, host });
  const ended = await publish(job, runOf(overrides)).catch((thrown: unknown) => thrown);
  return { job, ended, asked };
}

test("what a fork's run found is written, and the check stays neutral: it is the fork's word", async () => {
  const { job, ended, asked } = await run(zipped(await kept()), { attempt: 3 });
  expect(asked).toEqual(["pr-review-3"]);
  expect(ended).toMatchObject({ outcome: "findings", conclusion: "neutral", verdict: "passed" });
  expect(job.applied[0]?.review?.lines).toHaveLength(1);
  expect(job.applied[0]?.number).toBe(7);
});

describe("a hostile or broken artifact is red, and nothing is written", () => {
  test.each([
    ["another file", async () => zipped("{}", "../review.json"), "action/invalid-artifact"],
    ["no archive", async () => new Uint8Array([1, 2, 3]), "action/invalid-artifact"],
    ["no result", async () => zipped("{}"), "publication/malformed-hand-over"],
    [
      "the result of another pull request",
      async () => zipped((await kept()).replace('"number":7', '"number":8')),
      "publication/hand-over-of-another-pull-request",
    ],
    [
      "the result of another commit",
      async () => zipped((await kept()).replaceAll("0123456789", "f".repeat(10))),
      "publication/hand-over-of-another-commit",
    ],
  ])("%s", async (_title, artifact, code) => {
    const { job, ended } = await run(await artifact());
    expect(ended).toMatchObject({ code });
    expect(job.applied).toEqual([]);
  });
});

test("remarks on lines that the change does not have stand nowhere near", async () => {
  const moved = (await kept()).replaceAll('"endLine":1,', '"endLine":900,');
  const { job } = await run(zipped(moved.replaceAll('"startLine":1', '"startLine":900')));
  expect(job.applied[0]?.review?.lines ?? []).toEqual([]);
});

describe("the run that analyzed", () => {
  test("must have been for a pull request", async () => {
    const { ended, job } = await run(null, { event: "push" });
    expect(ended).toMatchObject({ code: "pr-review/wrong-run" });
    expect(job.applied).toEqual([]);
  });

  test("may keep nothing only when there was nothing to review", async () => {
    const draft = conversationOf({ pullRequest: pullRequestOf({ isFork: true, isDraft: true }) });
    const skipped = await run(null, {}, { conversation: draft });
    expect(skipped.ended).toMatchObject({ outcome: "skipped", verdict: "passed" });
    expect((await run(null)).ended).toMatchObject({ code: "pr-review/no-result" });
    const failed = await run(null, { conclusion: "failure" });
    expect(failed.ended).toMatchObject({ code: "pr-review/no-result" });
  });

  test("may have been for a commit that is the head no more", async () => {
    const host = { findPullRequests: async () => [] };
    const { ended } = await run(zipped("{}"), {}, { host });
    expect(ended).toMatchObject({ outcome: "superseded", verdict: "passed" });
    const other = (await kept()).replace(headSha, "f".repeat(40));
    const pushed = await run(zipped(other), { headSha: "f".repeat(40) });
    expect(pushed.ended).toMatchObject({ outcome: "superseded" });
  });
});
