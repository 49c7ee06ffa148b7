import fc from "fast-check";
import { expect, test } from "vitest";
import { changeOf, type Files, gitDiff } from "../../../test/support/change.ts";
import {
  findWord,
  panelOf,
  remarkOn,
  requestOf,
  type Speaker,
} from "../../../test/support/panel.ts";
import { emptyChange } from "../../../test/support/report.ts";
import { parseDiff } from "./diff/parse.ts";
import { decodeState } from "./incremental/decode-state.ts";
import { encodeState } from "./incremental/fit-state.ts";
import type { ReviewResult } from "./result.ts";
import { type ReviewRequest, reviewChange } from "./review-change.ts";
import { defaultReviewSettings } from "./settings.ts";

const speakers: readonly Speaker[] = [
  { name: "finder", says: findWord("bad"), silence: "missing" },
  {
    name: "other",
    says: findWord("worse", { rule: "other/worse", severity: "high" }),
    silence: "missing",
  },
];

function review(
  before: Files,
  after: Files,
  overrides: Partial<ReviewRequest> = {},
): Promise<ReviewResult> {
  const change = changeOf(before, after);
  return reviewChange(requestOf({ change, panel: panelOf(...speakers), ...overrides }));
}

/** The second review of a change, given what the first one left, as it travels. */
async function reviewAgain(
  first: ReviewResult,
  before: Files,
  after: Files,
  overrides: Partial<ReviewRequest> = {},
): Promise<ReviewResult> {
  const previous = decodeState(`A summary.\n${encodeState(first.state)}`);
  return review(before, after, { previous, ...overrides });
}

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
const base = Array.from({ length: 60 }, (_, at) => `line ${at + 1}`);
const changed = base.with(9, "bad ten").with(39, "worse bad forty");

test("a second look at the same change reviews nothing and says the same", async () => {
  const [before, after] = [{ "a.ts": text(base) }, { "a.ts": text(changed) }];
  const first = await review(before, after);
  const second = await reviewAgain(first, before, after);
  expect(second.findings).toEqual(first.findings);
  expect(second.findings).toHaveLength(2);
  expect(second.outcome).toBe("findings");
  expect(second.coverage).toMatchObject({ reviewed: 0, carried: 2, missed: 0 });
  expect(second.incremental).toEqual({ mode: "incremental", carriedHunks: 2 });
  expect(second.state).toEqual(first.state);
  expect(second.commentPlan.inline).toEqual([]);
  expect(second.commentPlan.summary.map(({ reason }) => reason)).toEqual(["carried", "carried"]);
});

test("only the changed hunk is reviewed again; a mended fault is gone, a new one found", async () => {
  const before = { "a.ts": text(base) };
  const first = await review(before, { "a.ts": text(changed) });
  const amended = changed.with(39, "good forty").with(54, "bad fifty-five");
  const second = await reviewAgain(first, before, { "a.ts": text(amended) });
  expect(second.coverage).toMatchObject({ reviewed: 2, carried: 1 });
  expect(second.findings.map(({ message }) => message)).toEqual([
    "This says bad ten.",
    "This says bad fifty-five.",
  ]);
  expect(second.commentPlan.inline.map(({ message }) => message)).toEqual([
    "This says bad fifty-five.",
  ]);
});

test("after a rebase findings stand on their new lines, suggestions included", async () => {
  const says = findWord("bad", { suggestion: { startLine: 10, endLine: 10, replacement: "ten" } });
  const panel = panelOf({ name: "finder", says: (task) => says(task).slice(0, 1) });
  const first = await review({ "a.ts": text(base) }, { "a.ts": text(changed) }, { panel });
  const moved = (lines: readonly string[]): Files => ({ "a.ts": text(["zero", "null", ...lines]) });
  const second = await reviewAgain(first, moved(base), moved(changed), { panel });
  expect(second.coverage).toMatchObject({ reviewed: 0, carried: 2 });
  expect(second.findings[0]).toMatchObject({
    place: { startLine: 12, endLine: 12 },
    suggestion: { startLine: 12, endLine: 12, replacement: "ten" },
    fingerprint: first.findings[0]?.fingerprint,
  });
});

test("a remark on deleted lines is carried on the old side", async () => {
  const was = base.with(19, "bad twenty");
  const says = findWord("bad");
  const panel = panelOf({ name: "finder", says });
  const first = await review({ "a.ts": text(was) }, { "a.ts": text(base) }, { panel });
  const second = await reviewAgain(
    first,
    { "a.ts": text(["zero", ...was]) },
    { "a.ts": text(["zero", ...base]) },
    { panel },
  );
  expect(second.findings).toMatchObject([{ place: { side: "old", startLine: 21, endLine: 21 } }]);
  expect(second.coverage.carried).toBe(1);
});

test("remarks on whole files and changes are not carried but said again", async () => {
  const whole = remarkOn("a.ts", 1, { place: { kind: "file", path: "a.ts" }, message: "Long." });
  const change = remarkOn("a.ts", 1, { place: { kind: "change" }, message: "Large." });
  const files = [{ "a.ts": text(base) }, { "a.ts": text(changed) }] as const;
  const asked: number[] = [];
  const panel = panelOf({
    name: "teller",
    says: (task) => {
      asked.push(...task.files.map((file) => file.hunks.length));
      return [whole, change];
    },
  });
  const first = await review(...files, { panel });
  expect(first.state.findings).toEqual([]);
  const second = await reviewAgain(first, ...files, { panel });
  expect(second.findings).toEqual(first.findings);
  expect(asked).toEqual([2, 0]);
});

test("an agent that repeats itself on a carried hunk is not heard twice", async () => {
  const files = [{ "a.ts": text(base) }, { "a.ts": text(changed) }] as const;
  const panel = panelOf({ name: "parrot", says: () => [remarkOn("a.ts", 10)] });
  const first = await review(...files, { panel });
  const second = await reviewAgain(first, ...files, { panel });
  expect(second.findings).toEqual(first.findings);
  expect(second.agents[0]?.corrections).toEqual([
    { kind: "dropped", reason: "the lines were not to be reviewed again", count: 1 },
  ]);
});

test("hunks stay remembered over a review in which an agent fails", async () => {
  const before = { "a.ts": text(base) };
  const first = await review(before, { "a.ts": text(changed) });
  const failing = panelOf(...speakers, { name: "third", report: { status: "failed" } });
  const amended = { "a.ts": text(changed.with(54, "bad fifty-five")) };
  const second = await reviewAgain(first, before, amended, { panel: failing });
  expect(second.outcome).toBe("partial");
  expect(second.state).toEqual(first.state);
  const third = await reviewAgain(second, before, amended);
  expect(third.coverage).toMatchObject({ reviewed: 1, carried: 2 });
});

test.each<[string, Partial<ReviewRequest>, string]>([
  [
    "another panel",
    { panelDigest: "another" },
    "the agents or their settings changed since the last review",
  ],
  [
    "other rule settings",
    { settings: { ...defaultReviewSettings, rules: { "finder/*": { severity: "low" } } } },
    "the agents or their settings changed since the last review",
  ],
  [
    "a refused state",
    { previous: decodeState("no state here") },
    "no state of an earlier review was found",
  ],
])("after %s everything is reviewed, and the reason given", async (_title, overrides, reason) => {
  const files = [{ "a.ts": text(base) }, { "a.ts": text(changed) }] as const;
  const second = await reviewAgain(await review(...files), ...files, overrides);
  expect(second.incremental).toEqual({ mode: "full", reason });
  expect(second.coverage).toMatchObject({ reviewed: 2, carried: 0 });
});

test("another consensus rule needs no other review", async () => {
  const files = [{ "a.ts": text(base) }, { "a.ts": text(changed) }] as const;
  const settings = { ...defaultReviewSettings, consensus: { rule: "unanimous" } } as const;
  const second = await reviewAgain(await review(...files), ...files, { settings });
  expect(second.coverage.carried).toBe(2);
  expect(second.findings).toEqual((await review(...files, { settings })).findings);
});

test("a remark on far context, which no fingerprint covers, has its hunk reviewed again", async () => {
  const wide = gitDiff({ "a.ts": text(base) }, { "a.ts": text(changed) }, ["-U8"]);
  const files = parseDiff(wide).files.map((diff) => {
    return { diff, before: null, after: null, sizeAfter: null };
  });
  const panel = panelOf({ name: "far", says: () => [remarkOn("a.ts", 3)] });
  const { findings, state } = await reviewChange(
    requestOf({ change: emptyChange({ files }), panel }),
  );
  expect(findings).toMatchObject([{ place: { startLine: 3 } }]);
  expect(state.hunks).toHaveLength(1);
  expect(state.findings).toEqual([]);
});

test("a remembered finding that does not fit into its hunk has the hunk reviewed again", async () => {
  const files = [{ "a.ts": text(base) }, { "a.ts": text(changed) }] as const;
  const { state, findings } = await review(...files);
  const strays = state.findings.map((note) => ({ ...note, offset: note.offset + 50 }));
  const second = await review(...files, { previous: { ...state, findings: strays } });
  expect(second.coverage).toMatchObject({ reviewed: 2, carried: 0 });
  expect(second.findings).toEqual(findings);
});

const word = fc.constantFrom("bad", "worse", "good", "fine", "same", "");
const file = fc.array(word, { minLength: 1, maxLength: 40 }).map(text);
const tree = fc.dictionary(fc.constantFrom("a.ts", "b c.ts", "ü/d.ts"), file, { maxKeys: 3 });

test("carrying over equals a full review when nothing changed", async () => {
  await fc.assert(
    fc.asyncProperty(tree, tree, async (before, after) => {
      const first = await review(before, after);
      const second = await reviewAgain(first, before, after);
      expect(second.findings).toEqual(first.findings);
      expect(second.outcome).toBe(first.outcome);
      expect(second.state).toEqual(first.state);
      expect(second.coverage).toMatchObject({
        reviewed: 0,
        carried: first.coverage.reviewed,
        excluded: first.coverage.excluded,
        missed: 0,
      });
    }),
    { numRuns: 15 },
  );
});

test("a rebase that only shifts lines leaves nothing to review, and findings follow", async () => {
  const shift = fc.integer({ min: 8, max: 30 });
  await fc.assert(
    fc.asyncProperty(file, file, shift, async (was, is, count) => {
      // Lines enough above the change keep its context, and that alone, as it was.
      const top = text(Array.from({ length: 8 }, (_, at) => `top ${at}`));
      const above = text(Array.from({ length: count }, (_, at) => `above ${at}`));
      const first = await review({ "a.ts": top + was }, { "a.ts": top + is });
      const moved = [{ "a.ts": above + top + was }, { "a.ts": above + top + is }] as const;
      const second = await reviewAgain(first, ...moved);
      expect(second.coverage).toMatchObject({ reviewed: 0, missed: 0 });
      expect(second.findings).toEqual((await review(...moved)).findings);
    }),
    { numRuns: 15 },
  );
});
