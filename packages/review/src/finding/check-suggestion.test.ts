import { describe, expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { linesAt } from "../../../../test/support/finding.ts";
import { checkSuggestion } from "./check-suggestion.ts";
import { indexDiff } from "./diff-index.ts";
import type { Place } from "./model.ts";

const text = (mark: string): string => `one\ntwo ${mark}\n\nfour\n${"x\n".repeat(40)}end ${mark}\n`;
const { files } = changeOf(
  { "src/a.ts": text("old"), "crlf.ts": "one\r\ntwo\r\n" },
  { "src/a.ts": text("new"), "crlf.ts": "one\r\nnew\r\n" },
);
const index = indexDiff({ files: files.map(({ diff }) => diff) });

function check(suggestion: unknown, place: Place = linesAt(2)): string {
  const checked = checkSuggestion(suggestion, place, index);
  return checked.ok ? "applies" : checked.reason;
}

const replace = (startLine: number, endLine: number, replacement: string): object => ({
  startLine,
  endLine,
  replacement,
});

describe("a suggestion applies", () => {
  test.each([
    ["to the remark's line", replace(2, 2, "two")],
    ["to more than the remark's lines", replace(1, 4, "all")],
    ["with several lines", replace(2, 2, "two\nand a half")],
    ["as a deletion", replace(2, 2, "")],
    ["when only white space changes", replace(2, 2, "  two new")],
  ])("%s", (_, suggestion) => expect(check(suggestion)).toBe("applies"));

  test("as the deletion of an empty line", () => {
    expect(check(replace(3, 3, ""), linesAt(3))).toBe("applies");
  });

  test("and comes back without anything else that was in it", () => {
    const checked = checkSuggestion({ ...replace(2, 2, "two"), run: "rm" }, linesAt(2), index);
    expect(checked).toEqual({ ok: true, suggestion: replace(2, 2, "two") });
  });
});

describe("a suggestion is left out", () => {
  test.each([
    ["it changes nothing", replace(2, 2, "two new")],
    ["it changes nothing", replace(1, 3, "one\ntwo new\n")],
    ["it does not cover the lines of its remark", replace(3, 4, "x")],
    ["it does not cover the lines of its remark", replace(3, 1, "x")],
    ["its lines are outside the diff", replace(1, 30, "x")],
    ["its lines are outside the diff", replace(2, 45, "x")],
    ["its lines are outside the diff", replace(0, 2, "x")],
    ["its text holds a NUL", replace(2, 2, "a\0b")],
    ["its text is not valid Unicode", replace(2, 2, "\ud800")],
    ["its lines end in CR", replace(2, 2, "two\r")],
    ["its text is too long", replace(2, 2, "x".repeat(20_001))],
    ["it is malformed", { startLine: 2, endLine: 2 }],
    ["it is malformed", { startLine: "2", endLine: 2, replacement: "x" }],
    ["it is malformed", { startLine: 2, endLine: Number.NaN, replacement: "x" }],
    ["it is malformed", "two"],
  ])("because %s: %j", (reason, suggestion) => expect(check(suggestion)).toBe(reason));

  test("because the file's lines end in CR LF, and it would mix them", () => {
    expect(check(replace(2, 2, "two"), linesAt(2, 2, "crlf.ts"))).toBe("its lines end in CR");
  });

  test("because GitHub replaces lines of the new side only", () => {
    const old = { ...linesAt(2), side: "old" } as Place;
    expect(check(replace(2, 2, "two"), old)).toBe("the remark stands on the old side");
    const file: Place = { kind: "file", path: "src/a.ts" };
    expect(check(replace(2, 2, "two"), file)).toBe("the remark does not stand on lines");
  });
});
