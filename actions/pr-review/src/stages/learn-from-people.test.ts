import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type History, noHistory } from "@swarm-actions/swarm";
import { expect, test } from "vitest";
import { createFakeJob, type FakeSetting } from "../../../../test/support/fake-job.ts";
import { conversationOf, pullRequestOf } from "../../../../test/support/publication.ts";
import { review } from "../modes/review.ts";

type Host = NonNullable<FakeSetting["host"]>;

const weighs = { configText: "review:\n  consensus: { weighted: 0.5 }\n" };

/** A review beside a cache that tells how often it was asked, and what it was given to keep. */
async function run(setting: FakeSetting & { readonly mode?: "review" | "analyze" } = {}) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "pr-review-"));
  const kept: History[] = [];
  let opened = 0;
  const job = createFakeJob(folder.path, setting);
  const openHistory: typeof job.openHistory = async () => {
    opened++;
    return { history: noHistory, save: async (history) => void kept.push(history) };
  };
  const conversation = setting.conversation ?? conversationOf();
  const mode = setting.mode ?? "review";
  const ended = await review({ ...job, openHistory }, conversation, { mode });
  return { ended, kept, opened: () => opened };
}

test("a first review under a rule that counts asks no cache", async () => {
  const { opened, kept } = await run();
  expect([opened(), kept]).toEqual([0, []]);
});

test("a rule that weighs asks it, and nothing new is not kept", async () => {
  const { opened, kept } = await run({ conversation: conversationOf(weighs) });
  expect([opened(), kept]).toEqual([1, []]);
});

const fork = pullRequestOf({ isFork: true });
const noCache = "review:\n  consensus: { weighted: 0.5 }\ngithub:\n  cache: false\n";

test.each<[string, Parameters<typeof run>[0]]>([
  ["a fork's pull request", { conversation: conversationOf({ ...weighs, pullRequest: fork }) }],
  ["settings that want no cache", { conversation: conversationOf({ configText: noCache }) }],
  [
    "a run that hands over what was said",
    { conversation: conversationOf(weighs), mode: "analyze" },
  ],
])("%s asks and teaches nobody", async (_what, setting) => {
  const { opened, kept } = await run(setting);
  expect([opened(), kept]).toEqual([0, []]);
});

test("a cache that throws stops nothing", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "pr-review-"));
  const job = createFakeJob(folder.path);
  const openHistory = () => Promise.reject(new Error("no such host"));
  const ended = await review({ ...job, openHistory }, conversationOf(weighs), { mode: "review" });
  expect(ended).toMatchObject({ outcome: "findings", published: "written" });
  expect(job.runner.everything()).toContain("no such host");
});

test("a merged pull request on which nobody answered teaches nothing", async () => {
  const pullRequest = pullRequestOf({ state: "merged" });
  const host: Host = { readHead: () => Promise.reject(new Error("nothing is written")) };
  const { ended, opened } = await run({ host, conversation: conversationOf({ pullRequest }) });
  expect(ended).toMatchObject({ outcome: "skipped", reason: "The pull request is merged." });
  expect(opened()).toBe(0);
});
