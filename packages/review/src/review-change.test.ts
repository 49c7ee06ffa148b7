import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeOf, type Files } from "../../../test/support/change.ts";
import {
  findWord,
  panelOf,
  remarkOn,
  requestOf,
  type Speaker,
} from "../../../test/support/panel.ts";
import type { ReviewResult } from "./result.ts";
import { type ReviewRequest, reviewChange } from "./review-change.ts";
import { defaultReviewSettings, type ReviewSettings } from "./settings.ts";
import type { ReviewTask } from "./task.ts";

const before: Files = { "a.ts": "one\ntwo\nthree\n" };
const after: Files = { "a.ts": "one\nbad two\nthree\n", "docs/b.md": "bad start\n" };
const finder: Speaker = { name: "finder", says: findWord("bad") };

function review(overrides: Partial<ReviewRequest> = {}): Promise<ReviewResult> {
  return reviewChange(requestOf({ change: changeOf(before, after), ...overrides }));
}

const settingsOf = (overrides: Partial<ReviewSettings>): ReviewSettings => {
  return { ...defaultReviewSettings, ...overrides };
};

test("a review finds, accounts, plans and remembers", async () => {
  const result = await review({ panel: panelOf(finder) });
  expect(result.outcome).toBe("findings");
  expect(result.findings.map(({ place }) => place)).toMatchObject([
    { path: "a.ts", startLine: 2 },
    { path: "docs/b.md", startLine: 1 },
  ]);
  expect(result.coverage).toMatchObject({ reviewed: 2, carried: 0, excluded: 0, missed: 0 });
  expect(result.agents).toMatchObject([{ name: "finder", status: "ok", findings: 2 }]);
  expect(result.commentPlan.counts).toEqual({ posted: 2, demoted: 0, dropped: 0 });
  expect(result.state.hunks).toHaveLength(2);
  expect(result.state.findings).toHaveLength(2);
  expect(result.incremental).toEqual({ mode: "first" });
});

test("two agents that say the same make one finding with both their votes", async () => {
  const second = { name: "second", says: findWord("bad two", { rule: "second/word" }) };
  const silent = { name: "silent" };
  const { findings } = await review({ panel: panelOf(second, silent, finder) });
  expect(findings[0]).toMatchObject({
    agents: ["finder", "second"],
    votes: { yes: ["finder", "second"], no: ["silent"], missing: [] },
    standing: "agreed",
  });
});

describe("what became of earlier findings", () => {
  const weighs = settingsOf({ consensus: { rule: "weighted", threshold: 0.5 } });
  const panel = panelOf(finder, { name: "silent" });
  const known = new Map([["finder", { right: 0, wrong: 20 }]]);

  test("weighs votes under a rule that weighs, and the result says how much", async () => {
    const before = await review({ panel, settings: weighs });
    const after = await review({ panel, settings: weighs, known: Promise.resolve(known) });
    const standings = ({ findings }: ReviewResult) => findings.map(({ standing }) => standing);
    expect(standings(before)).toEqual(["agreed", "agreed"]);
    expect(standings(after)).toEqual(["disputed", "disputed"]);
    expect(before.agents.map(({ trust }) => trust)).toEqual([undefined, undefined]);
    expect(after.agents.map(({ trust }) => trust)).toEqual([0.05, undefined]);
    expect(after).toEqual(await review({ panel, settings: weighs, known }));
  });

  test("is not looked at by a rule that counts", async () => {
    expect(await review({ panel, known })).toEqual(await review({ panel }));
  });

  test("is not waited for by the panel", async () => {
    const late = Promise.withResolvers<typeof known>();
    const through = {
      review: (task: ReviewTask) => panel.review(task).finally(late.resolve.bind(null, known)),
    };
    const { agents } = await review({ panel: through, settings: weighs, known: late.promise });
    expect(agents[0]?.trust).toBe(0.05);
  });
});

test("a clean review covers everything", async () => {
  const result = await review({ panel: panelOf({ name: "silent" }) });
  expect(result).toMatchObject({ outcome: "clean", reasons: [], findings: [] });
});

test("ignored paths are not handed out, and what is said about them is dropped", async () => {
  const tasks: ReviewTask[] = [];
  const says = (task: ReviewTask): ReturnType<NonNullable<Speaker["says"]>> => {
    tasks.push(task);
    return [remarkOn("docs/b.md", 1), remarkOn("a.ts", 2)];
  };
  const result = await review({
    panel: panelOf({ name: "nosy", says }),
    settings: settingsOf({ ignore: ["docs/**"] }),
  });
  expect(tasks.flatMap(({ files }) => files.map((file) => file.diff.path))).toEqual(["a.ts"]);
  expect(result.findings.map(({ place }) => place)).toMatchObject([{ path: "a.ts" }]);
  expect(result.coverage).toMatchObject({ reviewed: 1, excluded: 1, missed: 0 });
  expect(result.agents[0]?.corrections).toEqual([
    { kind: "dropped", reason: "the file is not part of the change", count: 1 },
  ]);
});

test("a failed agent makes the review partial, and nothing of it is remembered as complete", async () => {
  const failed: Speaker = { name: "failed", report: { status: "failed" } };
  const result = await review({ panel: panelOf(finder, failed) });
  expect(result.outcome).toBe("partial");
  expect(result.findings).toHaveLength(2);
  expect(result.findings[0]?.votes).toEqual({ yes: ["finder"], no: [], missing: ["failed"] });
  expect(result.state.hunks).toEqual([]);
});

test("a hunk that only one agent skipped is reviewed, but the review is partial and looks again next time", async () => {
  const skipped = [{ path: "a.ts", hunk: 0, reason: "budget" }];
  const result = await review({ panel: panelOf(finder, { name: "lazy", skipped }) });
  expect(result.outcome).toBe("partial");
  expect(result.reasons).toEqual([
    { code: "hunks-skipped", message: "The agent lazy skipped one hunk, in a.ts: budget" },
  ]);
  expect(result.coverage.reviewed).toBe(2);
  expect(result.state.hunks).toHaveLength(1);
});

test("a file spoken of outside its hunks is looked at again next time", async () => {
  const far = { name: "far", says: () => [remarkOn("a.ts", 900)] };
  const result = await review({ panel: panelOf(far) });
  expect(result.commentPlan.fileLevel).toMatchObject([{ reason: "whole-file" }]);
  expect(result.state.hunks).toHaveLength(1);
});

test("no agent, no review", async () => {
  expect((await review()).outcome).toBe("not-run");
});

test("an empty change is clean and says that there was nothing to review", async () => {
  const change = changeOf(before, before);
  const result = await review({ change, panel: panelOf(finder) });
  expect(result.outcome).toBe("clean");
  expect(result.reasons.map(({ code }) => code)).toEqual(["nothing-to-review"]);
});

test("usage is summed over the agents", async () => {
  const usage = { requests: 1, inputTokens: 100, outputTokens: 10, costUsd: 0.25 };
  const paid = (name: string): Speaker => ({ name, report: { usage } });
  const result = await review({ panel: panelOf(paid("a"), paid("b"), finder) });
  expect(result.usage).toEqual({ requests: 2, inputTokens: 200, outputTokens: 20, costUsd: 0.5 });
});

describe("the same answers in any order give the same bytes", () => {
  const speakers: readonly Speaker[] = [
    finder,
    { name: "other", says: findWord("two", { severity: "high", rule: "other/two" }) },
    { name: "wild", says: () => [remarkOn("a.ts", 1), remarkOn("a.ts", 77), remarkOn("x", 1)] },
    { name: "lazy", skipped: [{ path: "a.ts", hunk: 0, reason: "b" }] },
    { name: "failed", report: { status: "failed" } },
  ];
  const orders = fc.shuffledSubarray([...speakers], { minLength: speakers.length });

  test("of agents and of remarks", async () => {
    const change = changeOf(before, after);
    const expected = JSON.stringify(await review({ change, panel: panelOf(...speakers) }));
    await fc.assert(
      fc.asyncProperty(orders, fc.boolean(), async (order, turned) => {
        const told = order.map(({ says, ...speaker }) => ({
          ...speaker,
          says: (task: ReviewTask) => {
            const remarks = says?.(task) ?? [];
            return turned ? remarks.toReversed() : remarks;
          },
        }));
        expect(JSON.stringify(await review({ change, panel: panelOf(...told) }))).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });
});
