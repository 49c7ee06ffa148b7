import { expect, test } from "vitest";
import { changeOf } from "../../../test/support/change.ts";
import { emptyChange } from "../../../test/support/report.ts";
import { changeSize, changeTitle, commitRange } from "./change-facts.ts";

const [base, head] = ["a".repeat(40), "b".repeat(40)];

test.each([
  [{ baseSha: base, headSha: head }, "aaaaaaaaaa → bbbbbbbbbb"],
  [{ baseSha: base, headSha: null }, "since aaaaaaaaaa"],
  [{ baseSha: null, headSha: null }, null],
])("the commits of %j", (commits, range) => {
  expect(commitRange(emptyChange(commits))).toBe(range);
});

test("the size counts files and lines", () => {
  const change = changeOf({ "a.txt": "one\ntwo\n" }, { "a.txt": "1\ntwo\n3\n", "b.txt": "b\n" });
  expect(changeSize(change)).toEqual(["2 files", "+3 −1 lines"]);
});

test("a change without a title has a name all the same", () => {
  expect(changeTitle(emptyChange({ title: "" }))).toBe("Review of a change");
  expect(changeTitle(emptyChange({ title: "Faster" }))).toBe("Faster");
});
