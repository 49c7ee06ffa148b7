import { CodedError } from "@swarm-actions/core";
import { expect, test } from "vitest";
import { changeOf } from "../../../test/support/change.ts";
import { conversationOf, passDraft, publishSettingsOf } from "../../../test/support/publication.ts";
import { panelFindingOf, reportOf } from "../../../test/support/report.ts";
import { describePlan } from "./describe-plan.ts";
import { isEmpty, outgoingOf, withTexts } from "./outgoing.ts";
import type { PublicationPlan } from "./plan.ts";
import { planPublication } from "./plan-publication.ts";

const place = { kind: "lines", path: "a.ts", side: "new", startLine: 1, endLine: 2 } as const;
const draft = planPublication({
  conversation: conversationOf(),
  report: reportOf(
    {
      findings: [
        panelFindingOf({ place, message: "Ask @ada. See https://evil.test." }),
        panelFindingOf({ place: { kind: "file", path: "a.ts" } }),
      ],
    },
    { change: changeOf({ "a.ts": "" }, { "a.ts": "one\ntwo\n" }) },
  ),
  settings: publishSettingsOf(),
  ignored: [],
});

test("every text of a draft goes through the gate, by a name that says where it stands", () => {
  expect(outgoingOf(draft).map(({ name, kind }) => [name, kind])).toEqual([
    ["review", "review-body"],
    ["comment on a.ts:2", "inline-comment"],
    ["comment on a.ts", "inline-comment"],
    ["summary", "comment"],
    ["check title", "title"],
    ["check summary", "check-summary"],
    ["annotation on a.ts:1, title", "title"],
    ["annotation on a.ts:1", "annotation"],
  ]);
});

test("what passed stands in the plan, with its hidden parts below", async () => {
  const plan = await passDraft(draft);
  const [comment] = plan.review?.lines ?? [];
  expect(comment?.body).toContain("**medium: Ask `@ada`**");
  expect(comment?.body).toContain("See `https://evil.test`.");
  expect(comment?.body).toMatch(
    /\n\n<!-- swarm-actions:finding main [0-9a-f]{32} [0-9a-f]{16} -->\n<!-- swarm-actions:votes \S+ -->$/,
  );
  expect(plan.review?.body).toMatch(/^2 new findings\..*\n\n<!-- swarm-actions:review main/);
  expect(plan.check?.title).toBe("2 findings");
});

test.each([
  ["one too few", outgoingOf(draft).slice(1)],
  ["one too many", [...outgoingOf(draft), ...outgoingOf(draft).slice(0, 1)]],
  ["another order", outgoingOf(draft).toReversed()],
])("texts that are not the draft's are refused: %s", (_what, texts) => {
  expect(() => withTexts(draft, texts)).toThrow(CodedError);
});

test("a dry run tells all that would be written", async () => {
  const text = describePlan({
    ...(await passDraft(draft)),
    resolve: [{ nodeId: "T", reason: "it is gone" }],
  });
  expect(text).toContain("What would be written on `octo/app#7`");
  expect(text).toContain("### A new summary");
  expect(text).toContain("#### `a.ts:1-2` (RIGHT)");
  expect(text).toContain("### A new check: `pr-review`, success");
  expect(text).toContain("Resolves a thread: `it is gone`");
});

test("a plan that writes nothing says so", () => {
  const nothing: PublicationPlan = {
    ...draft,
    review: null,
    summary: { kind: "keep", id: 1 },
    check: null,
    resolve: [],
  };
  expect(isEmpty(nothing)).toBe(true);
  expect(describePlan(nothing)).toMatch(/^Nothing would be written on `octo\/app#7`/);
});
