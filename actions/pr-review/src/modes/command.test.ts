import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Permission } from "@swarm-actions/github";
import type { Conversation } from "@swarm-actions/publication";
import { describe, expect, test } from "vitest";
import {
  commentEventOf,
  createFakeJob,
  type FakeSetting,
} from "../../../../test/support/fake-job.ts";
import { commentOf, conversationOf, self } from "../../../../test/support/publication.ts";
import { command } from "./command.ts";
import { review } from "./review.ts";

type CommentEvent = ReturnType<typeof commentEventOf>;

async function run(
  event: CommentEvent,
  permission: Permission = "write",
  setting: FakeSetting = {},
) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "pr-review-"));
  const host = { readPermission: async () => permission, ...setting.host };
  const job = createFakeJob(folder.path, { ...setting, host });
  const ended = await command(job, event);
  return { job, ended };
}

/** The pull request after one review, as GitHub would hold it. */
async function reviewed(): Promise<{ readonly conversation: Conversation; readonly id: string }> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "pr-review-"));
  const job = createFakeJob(folder.path);
  await review(job, conversationOf(), { mode: "review" });
  const summary = job.applied[0]?.summary;
  const body = summary?.kind === "create" ? summary.body : "";
  const [, id = ""] = /`([0-9a-f]{8})`/.exec(body) ?? [];
  return { conversation: conversationOf({ comments: [commentOf({ body })] }), id };
}

describe("who is not heard", () => {
  const asks = "/swarm review";
  const bot = { id: 50, nodeId: "IC_50", body: asks, author: "x[bot]", isBot: true };
  test.each([
    ["a comment that is no command", commentEventOf("Looks good")],
    ["a bot", commentEventOf(asks, { comment: bot })],
    ["an edited comment", commentEventOf(asks, { action: "edited" })],
    ["a comment on an issue", commentEventOf(asks, { isPullRequest: false })],
  ])("%s gets nothing, and GitHub is not asked", async (_title, event) => {
    const host = { readPermission: () => Promise.reject(new Error("was asked")) };
    const { job, ended } = await run(event, "write", { host });
    expect(ended).toMatchObject({ outcome: "skipped", verdict: "passed" });
    expect(job.did).toEqual([]);
  });

  test.each(["none", "read"] as const)("an outsider (%s) gets a reaction alone", async (may) => {
    const { job, ended } = await run(commentEventOf(asks), may);
    expect(job.did).toEqual(["react 50 -1"]);
    expect(job.applied).toEqual([]);
    expect(ended).toMatchObject({ outcome: "skipped", verdict: "passed" });
  });
});

test("help is one reaction and one reply, which knows what it answers", async () => {
  const { job, ended } = await run(commentEventOf("/swarm help"));
  expect(ended).toMatchObject({ outcome: "answered" });
  expect(job.did).toEqual(["react 50 +1", expect.stringMatching(/^reply 7 - `\/swarm review` /)]);
  expect(job.did[1]).toContain("<!-- swarm-actions:reply 50 -->");
});

test("a rerun of the same event answers nothing twice", async () => {
  const answered = commentOf({ author: self, body: "Done.\n\n<!-- swarm-actions:reply 50 -->" });
  const conversation = conversationOf({ comments: [answered] });
  const { job, ended } = await run(commentEventOf("/swarm help"), "write", { conversation });
  expect(job.did).toEqual([]);
  expect(ended).toMatchObject({ outcome: "skipped" });
});

test("what is not understood is answered with what could be meant", async () => {
  const { job } = await run(commentEventOf("/swarm reveiw"));
  expect(job.did[0]).toBe("react 50 confused");
  expect(job.did[1]).toMatch(/no such command[\s\S]*\/swarm review/);
});

test("a finding is explained by the beginning of its id", async () => {
  const { conversation, id } = await reviewed();
  const { job } = await run(commentEventOf(`/swarm explain ${id}`), "admin", { conversation });
  expect(job.did).toEqual(["react 50 +1", expect.stringContaining("leftovers/debugger")]);
  const unknown = await run(commentEventOf("/swarm explain 00000000"), "write", { conversation });
  expect(unknown.job.did[1]).toContain("No finding of the last review has the id");
});

test("an ignored finding does not count any more, and whoever said so is named", async () => {
  const { conversation, id } = await reviewed();
  const event = commentEventOf(`/swarm ignore ${id} it is a demo`);
  const { job, ended } = await run(event, "write", { conversation });
  expect(ended).toMatchObject({ outcome: "clean", verdict: "passed" });
  const summary = job.applied[0]?.summary;
  expect(summary?.kind).toBe("update");
  expect(summary?.kind === "update" ? summary.body : "").toMatch(/it is a demo/);
  expect(job.did.at(-1)).toContain("does not count any more");
});

test("a review is asked for, done and reported", async () => {
  const { job, ended } = await run(commentEventOf("/swarm review"));
  expect(job.applied).toHaveLength(1);
  expect(ended).toMatchObject({ outcome: "findings", verdict: "passed" });
  expect(job.did).toEqual(["react 50 eyes", expect.stringMatching(/^reply 7 /)]);
});

test("whoever asks for a review that fails is told so, and the run is red", async () => {
  const conversation = conversationOf({ configText: "review:\n  fail-on: hihg\n" });
  const { job, ended } = await run(commentEventOf("/swarm review"), "write", { conversation });
  expect(job.did).toEqual([
    "react 50 eyes",
    expect.stringMatching(/^reply 7 That did not work \(`config\/invalid`\)/),
  ]);
  expect(ended).toMatchObject({ verdict: "failed" });
});

test("what could not be recorded is not said to be", async () => {
  const { conversation, id } = await reviewed();
  const head = { headSha: "f".repeat(40) };
  const event = commentEventOf(`/swarm ignore ${id} it is a demo`);
  const { job } = await run(event, "write", { conversation, head });
  expect(job.applied).toEqual([]);
  expect(job.did.at(-1)).toMatch(/^reply 7 Nothing was changed\. /);
});
