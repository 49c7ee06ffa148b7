import { expect, test } from "vitest";
import { changeOf, type Files } from "../../../../test/support/change.ts";
import type { Side } from "./model.ts";
import { parseDiff } from "./parse.ts";
import { createPositionMap, type PositionMap } from "./position-map.ts";

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `line ${index + 1}\n`);

function mapOf(before: Files, after: Files): PositionMap {
  return createPositionMap({ files: changeOf(before, after).files.map((file) => file.diff) });
}

/** The hunk of the lines, or why there is none. */
function at(
  map: PositionMap,
  path: string,
  side: Side,
  startLine: number,
  endLine = startLine,
): unknown {
  const position = map.locate({ path, side, startLine, endLine });
  return position.ok ? position.hunk : position.reason;
}

/** Line 20 changes, line 40 goes, one comes after line 60: hunks around 20, 40 and 60. */
const threeHunks = (): PositionMap => {
  const before = numbered(80);
  const after = before.with(19, "changed\n").toSpliced(60, 0, "more\n").toSpliced(39, 1);
  return mapOf({ x: before.join("") }, { x: after.join("") });
};

test("every line that a hunk shows takes a comment, and none beside it", () => {
  const map = threeHunks();
  const shown = (side: Side): unknown[] =>
    Array.from({ length: 90 }, (_, line) => line).filter(
      (line) => typeof at(map, "x", side, line) === "number",
    );
  const from = (first: number, last: number): number[] =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index);
  expect(shown("old")).toEqual([...from(17, 23), ...from(37, 43), ...from(58, 63)]);
  expect(shown("new")).toEqual([...from(17, 23), ...from(37, 42), ...from(57, 63)]);
});

test("a position names its hunk", () => {
  const map = threeHunks();
  expect([17, 40, 58].map((line) => at(map, "x", "old", line))).toEqual([0, 1, 2]);
});

test("a range stays within one hunk, and its two ends are shown", () => {
  const map = threeHunks();
  expect(at(map, "x", "new", 17, 23)).toBe(0);
  expect(at(map, "x", "new", 23, 37)).toBe("range-across-hunks");
  expect(at(map, "x", "new", 23, 24)).toBe("line-outside-diff");
  expect(at(map, "x", "new", 16, 17)).toBe("line-outside-diff");
});

test.each([
  [0, 1],
  [-1, 1],
  [2, 1],
  [1.5, 2],
  [1, Number.NaN],
  [1, Number.POSITIVE_INFINITY],
])("%d to %d is no range", (start, end) => {
  const map = mapOf({ x: "1\n2\n" }, { x: "1\n3\n" });
  expect(at(map, "x", "new", start, end)).toBe("not-a-range");
});

test("the old side of a renamed file goes by its new path", () => {
  const lines = numbered(9);
  const map = mapOf({ old: lines.join("") }, { new: lines.with(4, "changed\n").join("") });
  expect(map.lineAt("new", "old", 5)).toMatchObject({ kind: "deleted", text: "line 5" });
  expect(at(map, "new", "old", 5)).toBe(0);
  expect(at(map, "old", "old", 5)).toBe("file-not-in-diff");
});

test("an added file has no old side, a deleted one no new side", () => {
  const map = mapOf({ gone: "1\n" }, { here: "a\n" });
  expect(at(map, "here", "new", 1)).toBe(0);
  expect(at(map, "here", "old", 1)).toBe("line-outside-diff");
  expect(at(map, "gone", "old", 1)).toBe(0);
  expect(at(map, "gone", "new", 1)).toBe("line-outside-diff");
});

test("a file without lines in the diff takes comments only as a whole", () => {
  const map = mapOf({ bin: "\0", moved: "x\n" }, { bin: "\0\0", elsewhere: "x\n", empty: "" });
  for (const path of ["bin", "elsewhere", "empty"])
    expect(at(map, path, "new", 1)).toBe("no-lines-in-diff");
});

test("a submodule takes comments only as a whole, though its commits can be read", () => {
  const map = createPositionMap(
    parseDiff(
      `diff --git a/sub b/sub\nindex 1111111..2222222 160000\n--- a/sub\n+++ b/sub\n@@ -1 +1 @@\n-Subproject commit 1\n+Subproject commit 2\n`,
    ),
  );
  expect(at(map, "sub", "new", 1)).toBe("no-lines-in-diff");
  expect(map.lineAt("sub", "new", 1)?.text).toBe("Subproject commit 2");
});

test("a file whose type changes has its old side in one entry and its new side in another", () => {
  const map = createPositionMap(
    parseDiff(
      [
        "diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-1\n-2\n",
        "diff --git a/x b/x\nnew file mode 120000\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+to\n\\ No newline at end of file\n",
      ].join(""),
    ),
  );
  expect(map.locate({ path: "x", side: "old", startLine: 1, endLine: 2 })).toMatchObject({
    ok: true,
    file: { change: "deleted" },
  });
  expect(map.locate({ path: "x", side: "new", startLine: 1, endLine: 1 })).toMatchObject({
    ok: true,
    file: { change: "added", content: "symlink" },
  });
});

test("lines are given with their text and kind, and null outside the diff", () => {
  const map = threeHunks();
  expect(map.lineAt("x", "new", 20)).toMatchObject({ kind: "added", text: "changed" });
  expect(map.lineAt("x", "old", 20)).toMatchObject({ kind: "deleted", text: "line 20" });
  expect(map.lineAt("x", "new", 21)).toMatchObject({
    kind: "context",
    text: "line 21",
    oldLine: 21,
  });
  for (const line of [0, -1, 24, 1.5, Number.NaN]) expect(map.lineAt("x", "new", line)).toBeNull();
  expect(map.lineAt("y", "new", 1)).toBeNull();
});

test("hunks without context have positions where their lines are", () => {
  const map = createPositionMap(
    parseDiff("--- a/x\n+++ b/x\n@@ -3,0 +4,2 @@\n+a\n+b\n@@ -9 +11,0 @@\n-c\n"),
  );
  expect([3, 4, 5, 6].map((line) => at(map, "x", "new", line))).toEqual([
    "line-outside-diff",
    0,
    0,
    "line-outside-diff",
  ]);
  expect(at(map, "x", "old", 3)).toBe("line-outside-diff");
  expect(at(map, "x", "old", 9)).toBe(1);
});

test.each(["__proto__", "constructor", "toString"])("a file may be called %s", (name) => {
  const map = createPositionMap(parseDiff(`--- a/${name}\n+++ b/${name}\n@@ -1 +1 @@\n-a\n+b\n`));
  expect(at(map, name, "new", 1)).toBe(0);
  expect(at(map, `${name}2`, "new", 1)).toBe("file-not-in-diff");
  expect(at(createPositionMap({ files: [] }), name, "new", 1)).toBe("file-not-in-diff");
});
