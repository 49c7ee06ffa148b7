import { expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { panelFindingOf } from "../../../../test/support/report.ts";
import { createPositionMap } from "../diff/position-map.ts";
import type { Place } from "../finding/model.ts";
import type { PanelFinding } from "../merge/model.ts";
import type { CommentPlan } from "./model.ts";
import { type CommentRules, planComments } from "./plan-comments.ts";

const lines = Array.from({ length: 60 }, (_, at) => `line ${at + 1}\n`);
const change = changeOf(
  { "a.ts": lines.join("") },
  { "a.ts": lines.with(9, "ten\n").with(39, "forty\n").join(""), "b.ts": lines.join("") },
);
const positions = createPositionMap({ files: change.files.map((file) => file.diff) });

function plan(findings: readonly PanelFinding[], rules: Partial<CommentRules> = {}): CommentPlan {
  return planComments(findings, { positions, isCarried: () => false, maxInline: 30, ...rules });
}

const on = (path: string, startLine: number, endLine = startLine): Place => {
  return { kind: "lines", path, side: "new", startLine, endLine };
};

let made = 0;
const finding = (place: Place, overrides: Partial<PanelFinding> = {}): PanelFinding =>
  panelFindingOf({ place, message: `Fault ${++made}.`, ...overrides });

test("a finding on lines of the diff is posted on them", () => {
  const one = finding(on("a.ts", 10));
  expect(plan([one])).toEqual({
    inline: [one],
    fileLevel: [],
    summary: [],
    dropped: [],
    counts: { posted: 1, demoted: 0, dropped: 0 },
  });
});

test.each([
  ["outside every hunk", on("a.ts", 25)],
  ["across two hunks", on("a.ts", 10, 40)],
  ["past the end of the file", on("a.ts", 900)],
])("lines %s go to the file, never to a nearby line", (_title, place) => {
  const one = finding(place);
  expect(plan([one]).fileLevel).toEqual([{ finding: one, reason: "line-outside-diff" }]);
  expect(plan([one]).inline).toEqual([]);
});

test("lines of a file outside the diff go to the summary", () => {
  const one = finding(on("c.ts", 1));
  expect(plan([one]).summary).toEqual([{ finding: one, reason: "line-outside-diff" }]);
});

test("a finding on a file stands on the file, one on the change in the summary", () => {
  const file = finding({ kind: "file", path: "a.ts" });
  const whole = finding({ kind: "change" });
  const made = plan([file, whole]);
  expect(made.fileLevel).toEqual([{ finding: file, reason: "whole-file" }]);
  expect(made.summary).toEqual([{ finding: whole, reason: "whole-change" }]);
  expect(made.counts).toEqual({ posted: 1, demoted: 1, dropped: 0 });
});

test("a disputed finding is only in the summary, a lone one is posted", () => {
  const disputed = finding(on("a.ts", 10), { standing: "disputed" });
  const lone = finding(on("a.ts", 40), { standing: "lone" });
  const made = plan([disputed, lone]);
  expect(made.inline).toEqual([lone]);
  expect(made.summary).toEqual([{ finding: disputed, reason: "disputed" }]);
});

test("what the last review posted is not posted again", () => {
  const one = finding(on("a.ts", 10));
  expect(plan([one], { isCarried: () => true }).summary).toEqual([
    { finding: one, reason: "carried" },
  ]);
});

test("the worst findings fill the limit and the rest is listed in the summary", () => {
  const many = Array.from({ length: 40 }, (_, at) => finding(on("b.ts", at + 1)));
  const made = plan(many);
  expect(made.inline).toEqual(many.slice(0, 30));
  expect(made.summary).toEqual(
    many.slice(30).map((finding) => ({ finding, reason: "over-inline-limit" })),
  );
  expect(made.counts).toEqual({ posted: 30, demoted: 10, dropped: 0 });
});

test("comments on files have a limit of the same size of their own", () => {
  const files = Array.from({ length: 3 }, () => finding({ kind: "file", path: "a.ts" }));
  const line = finding(on("a.ts", 10));
  const made = plan([...files, line], { maxInline: 2 });
  expect(made.fileLevel).toHaveLength(2);
  expect(made.inline).toEqual([line]);
  expect(made.summary).toEqual([{ finding: files[2], reason: "over-inline-limit" }]);
});

test("two findings that say the same in the same place are posted once", () => {
  const first = finding(on("a.ts", 10), { message: "Mind the gap." });
  const again = finding(on("a.ts", 10), { message: "mind  the gap.", rule: "other/gap" });
  const elsewhere = finding(on("a.ts", 40), { message: "Mind the gap." });
  const made = plan([first, again, elsewhere]);
  expect(made.inline).toEqual([first, elsewhere]);
  expect(made.dropped).toEqual([
    { finding: again, reason: "another finding says the same in the same place" },
  ]);
  expect(made.counts).toEqual({ posted: 2, demoted: 0, dropped: 1 });
});

test("two findings that say different things in the same place are both posted", () => {
  expect(plan([finding(on("a.ts", 10)), finding(on("a.ts", 10))]).inline).toHaveLength(2);
});

test("a disputed finding does not keep the same agreed one from being posted", () => {
  const disputed = finding(on("a.ts", 10), { message: "Gap.", standing: "disputed" });
  const agreed = finding(on("a.ts", 10), { message: "Gap." });
  const made = plan([disputed, agreed]);
  expect(made.inline).toEqual([agreed]);
  expect(made.dropped.map((drop) => drop.finding)).toEqual([disputed]);
});
