import { defaultReviewSettings, reviewChange } from "@swarm-actions/review";
import { expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { findWord, panelOf } from "../../../../test/support/panel.ts";
import {
  conversationOf,
  publishSettingsOf,
  runReview,
} from "../../../../test/support/publication.ts";
import type { Conversation } from "../conversation.ts";
import type { IgnoredFinding } from "../input.ts";
import { readPublished } from "../published/read-published.ts";
import { outcomesOf } from "./outcomes-of.ts";

const changeWith = (line: string) =>
  changeOf({ "src/a.ts": "one\ntwo\n" }, { "src/a.ts": `one\n${line}\n` });
const critic = panelOf(
  { name: "critic", says: findWord("bad", { severity: "high", rule: "critic/bad" }) },
  { name: "quiet", says: () => [] },
);
const bad = changeWith("bad");

/** What became of the findings of the last review, at a review of the change with that line. */
async function outcomes(
  conversation: Conversation,
  line: string,
  ignored: readonly IgnoredFinding[] = [],
) {
  const settings = publishSettingsOf();
  const last = readPublished(conversation, settings.key, settings.origin);
  const change = changeWith(line);
  const result = await reviewChange({
    change,
    panel: critic,
    settings: defaultReviewSettings,
    panelDigest: "5".repeat(64),
    previous: last.state,
  });
  const report = { result, change, rules: [], tool: { version: "0.1.0" } };
  return outcomesOf({ conversation, report, settings, ignored }, last);
}

test("an open thread tells nothing yet", async () => {
  const { after } = await runReview(conversationOf(), { change: bad, panel: critic });
  expect(await outcomes(after, "bad")).toEqual([]);
});

test("a finding that is gone with its lines was accepted", async () => {
  const { after } = await runReview(conversationOf(), { change: bad, panel: critic });
  expect(await outcomes(after, "good")).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      aliases: [],
      outcome: "accepted",
      yes: ["critic"],
      no: ["quiet"],
    },
  ]);
});

test("a thread that somebody resolved without a change was dismissed", async () => {
  const { after } = await runReview(conversationOf(), { change: bad, panel: critic });
  const threads = after.threads.map((thread) => ({ ...thread, isResolved: true }));
  expect(await outcomes({ ...after, threads }, "bad")).toMatchObject([
    { outcome: "dismissed", yes: ["critic"] },
  ]);
});

test("what somebody said to ignore is ignored", async () => {
  const { after } = await runReview(conversationOf(), { change: bad, panel: critic });
  const [finding] = readPublished(after, publishSettingsOf().key).findings;
  const ignored = [{ id: finding?.fingerprints[0] ?? "", reason: "", by: "ann" }];
  expect(await outcomes(after, "bad", ignored)).toMatchObject([{ outcome: "ignored" }]);
});
