import { describe, expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { indexDiff } from "./diff-index.ts";
import { settlePlace } from "./settle-place.ts";

const numbered = (count: number, edited: readonly number[] = []): string =>
  Array.from({ length: count }, (_, at) =>
    edited.includes(at + 1) ? `new ${at + 1}\n` : `line ${at + 1}\n`,
  ).join("");

// Two hunks of `src/a.ts`, lines 1–8 and 37–43; a renamed file; an untouched one.
const { files } = changeOf(
  { "src/a.ts": numbered(60), "src/old.ts": numbered(20), "src/same.ts": "same\n" },
  { "src/a.ts": numbered(60, [5, 40]), "src/new.ts": numbered(20, [3]), "src/same.ts": "same\n" },
);
const index = indexDiff({ files: files.map(({ diff }) => diff) });

const lines = (startLine: unknown, endLine: unknown = startLine, more: object = {}): object => ({
  kind: "lines",
  path: "src/a.ts",
  side: "new",
  startLine,
  endLine,
  ...more,
});
const wholeFile = { kind: "file", path: "src/a.ts" };

describe("a place is kept", () => {
  test.each([
    ["on a changed line", lines(5)],
    ["on context", lines(8)],
    ["on several lines of one hunk", lines(4, 7)],
    ["on a line that is gone", lines(40, 40, { side: "old" })],
    ["on a file", wholeFile],
    ["on the change", { kind: "change" }],
  ])("%s", (_, place) => expect(settlePlace(place, index)).toEqual({ kind: "kept", place }));

  test.each(["./src/a.ts", "a/src/a.ts", "b/src/a.ts"])("when its path is spelled %s", (path) => {
    expect(settlePlace(lines(5, 5, { path }), index)).toEqual({ kind: "kept", place: lines(5) });
  });

  test("under the new path of a renamed file, whose old lines go by it too", () => {
    const old = lines(3, 3, { path: "src/old.ts", side: "old" });
    const place = lines(3, 3, { path: "src/new.ts", side: "old" });
    expect(settlePlace(old, index)).toEqual({ kind: "kept", place });
  });
});

describe("a place becomes its file, never a nearby line", () => {
  test.each([
    ["one line past the hunk", lines(9), "the lines are outside the diff", "line 9"],
    ["between hunks", lines(20, 22), "the lines are outside the diff", "lines 20–22"],
    ["from one hunk into another", lines(5, 40), "the lines are outside the diff", "lines 5–40"],
    ["beyond the file", lines(9e9), "the lines are outside the diff", "line 9000000000"],
    ["backwards", lines(6, 5), "the line range is invalid", null],
    ["line 0", lines(0, 5), "the line range is invalid", null],
    ["negative", lines(-5, -5), "the line range is invalid", null],
    ["broken numbers", lines(4.5), "the line range is invalid", null],
    ["no numbers", lines("5"), "the line range is invalid", null],
    ["not a number", lines(Number.NaN), "the line range is invalid", null],
    ["infinite", lines(1, Number.POSITIVE_INFINITY), "the line range is invalid", null],
    ["an unknown side", lines(5, 5, { side: "LEFT" }), "the side is unknown", null],
    ["an unknown kind", { ...lines(5), kind: "line" }, "the kind of place is unknown", null],
  ])("%s", (_, place, reason, said) => {
    const demoted = { kind: "demoted", place: wholeFile, reason, lines: said };
    expect(settlePlace(place, index)).toEqual(demoted);
  });

  test("lines of before the change say so", () => {
    const settled = settlePlace(lines(20, 20, { side: "old" }), index);
    expect(settled).toMatchObject({ lines: "line 20 before the change" });
  });

  test("new lines under the path from before a rename", () => {
    expect(settlePlace(lines(3, 3, { path: "src/old.ts" }), index)).toMatchObject({
      kind: "demoted",
      place: { kind: "file", path: "src/new.ts" },
    });
  });
});

describe("a place is dropped", () => {
  test.each([
    ["in a file that did not change", lines(1, 1, { path: "src/same.ts" })],
    ["in a file that does not exist", { kind: "file", path: "../etc/passwd" }],
    ["named like a member of every object", { kind: "file", path: "__proto__" }],
    ["without a path", { kind: "lines", side: "new", startLine: 1, endLine: 1 }],
  ])("%s", (_, place) =>
    expect(settlePlace(place, index)).toEqual({
      kind: "dropped",
      reason: "the file is not part of the change",
    }),
  );

  test.each([undefined, null, 5, "src/a.ts"])("when it is %j", (place) =>
    expect(settlePlace(place, index)).toMatchObject({ kind: "dropped" }),
  );
});
