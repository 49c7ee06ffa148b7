import { expect, test } from "vitest";
import { findReferences } from "./find-references.ts";

const found = (text: string): string[] =>
  findReferences(text).map(({ start, end, rule }) => `${rule}: ${text.slice(start, end)}`);

test.each([
  ["hi @user.", ["mention: @user"]],
  ["@org/team-a, (@b)", ["mention: @org/team-a", "mention: @b"]],
  ["é@user -@x", ["mention: @user", "mention: @x"]],
  ["see #12 and GH-7", ["mention: #12", "mention: GH-7"]],
  ["o/r#1 user#2", ["mention: o/r#1", "mention: user#2"]],
  [
    "o/r@0123abc and u@0123456789abcdef0123456789abcdef01234567",
    ["mention: o/r@0123abc", "mention: u@0123456789abcdef0123456789abcdef01234567"],
  ],
  [
    "Fixes #1, closes: o/r#2; resolved GH-3",
    [
      "closing-keyword: Fixes #1",
      "closing-keyword: closes: o/r#2",
      "closing-keyword: resolved GH-3",
    ],
  ],
  ["prefix #1", ["mention: #1"]],
  [
    "ftp://a.test/x y://z www.evil.test",
    ["link: ftp://a.test/x", "link: y://z", "link: www.evil.test"],
  ],
  ["https://a@b.test/#1", ["link: https://a@b.test/#1"]],
])("%j", (text, references) => {
  expect(found(text)).toEqual(references);
});

test.each([
  "a@b.test",
  "# heading",
  "C# @ home",
  "high-1",
  "a://",
  "www. x",
  "#a",
  "fixes it",
  "1 @ 2",
  "user@host",
])("%j refers to nobody", (text) => {
  expect(found(text)).toEqual([]);
});
