import { expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { findWord, panelOf } from "../../../../test/support/panel.ts";
import {
  conversationOf,
  publishSettingsOf,
  runReview,
} from "../../../../test/support/publication.ts";
import type { Conversation } from "../conversation.ts";
import { outcomesAtMerge } from "./outcomes-at-merge.ts";

const changeWith = (line: string) =>
  changeOf({ "src/a.ts": "one\ntwo\n" }, { "src/a.ts": `one\n${line}\n` });
const panel = panelOf(
  { name: "critic", says: findWord("bad", { severity: "high", rule: "critic/bad" }) },
  { name: "quiet", says: () => [] },
);
const { key } = publishSettingsOf();
const reviewed = async () =>
  (await runReview(conversationOf(), { change: changeWith("bad"), panel })).after;
const resolved = (conversation: Conversation): Conversation => ({
  ...conversation,
  threads: conversation.threads.map((thread) => ({ ...thread, isResolved: true })),
});

test("what nobody answered tells nothing", async () => {
  expect(outcomesAtMerge(await reviewed(), key)).toEqual([]);
  expect(outcomesAtMerge(conversationOf(), key)).toEqual([]);
});

test("what was resolved and is still there was dismissed, by whoever said it", async () => {
  expect(outcomesAtMerge(resolved(await reviewed()), key)).toMatchObject([
    { outcome: "dismissed", yes: ["critic"], no: ["quiet"], aliases: [] },
  ]);
});

test("what the last review did not find again was accepted", async () => {
  const { after } = await runReview(await reviewed(), { change: changeWith("good"), panel });
  expect(outcomesAtMerge(resolved(after), key)).toMatchObject([
    { outcome: "accepted", yes: ["critic"], no: ["quiet"] },
  ]);
});

test("a commit that nobody reviewed tells nothing, nor does what a person wrote", async () => {
  const after = resolved(await reviewed());
  const pullRequest = { ...after.pullRequest, headSha: "e".repeat(40) };
  expect(outcomesAtMerge({ ...after, pullRequest }, key)).toEqual([]);
  const forged = after.threads.map((thread) => ({
    ...thread,
    comments: thread.comments.map((comment) => ({
      ...comment,
      author: { ...comment.author, isBot: false, isSelf: false },
    })),
  }));
  expect(outcomesAtMerge({ ...after, threads: forged }, key)).toEqual([]);
});

test.each(["", "W10=", "!!", "eA==", Buffer.from('[["a"],[1]]').toString("base64")])(
  "a comment whose votes were changed to %j tells nothing",
  async (votes) => {
    const after = resolved(await reviewed());
    const threads = after.threads.map((thread) => ({
      ...thread,
      comments: thread.comments.map((comment) => ({
        ...comment,
        body: comment.body.replace(/(swarm-actions:votes) \S+/, `$1 ${votes}`),
      })),
    }));
    expect(outcomesAtMerge({ ...after, threads }, key)).toEqual([]);
  },
);
