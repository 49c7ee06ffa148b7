import { describe, expect, it } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import { addedLines, placeOfLines, reviewedHunks } from "./added-lines.ts";

const middle = Array.from({ length: 20 }, (_, index) => `line ${index}`).join("\n");

function fileWithTwoHunks(hunks: readonly number[]) {
  const task = taskOf(
    { "a.txt": `first\n${middle}\nlast\n` },
    { "a.txt": `first\nnew one\r\n${middle}\nnew two\n` },
  );
  const [file] = task.files;
  if (file === undefined) throw new Error("the change has no file");
  return { ...file, hunks };
}

describe("addedLines", () => {
  it("gives the added lines with their place in the new file", () => {
    expect([...addedLines(fileWithTwoHunks([0, 1]))]).toEqual([
      { path: "a.txt", line: 2, text: "new one", ending: "\r", hunk: 0 },
      { path: "a.txt", line: 23, text: "new two", ending: "", hunk: 1 },
    ]);
  });

  it("leaves out hunks that are not to be reviewed", () => {
    expect([...addedLines(fileWithTwoHunks([1]))].map((line) => line.text)).toEqual(["new two"]);
  });
});

describe("reviewedHunks", () => {
  it("follows the order of the file and ignores indices that do not exist", () => {
    const indices = reviewedHunks(fileWithTwoHunks([1, 7, 0])).map((hunk) => hunk.index);
    expect(indices).toEqual([0, 1]);
  });
});

describe("placeOfLines", () => {
  it("spans from the first to the last line on the new side", () => {
    const [first, last] = [...addedLines(fileWithTwoHunks([0, 1]))];
    if (first === undefined || last === undefined) throw new Error("two lines were added");
    expect(placeOfLines(first, last)).toEqual({
      kind: "lines",
      path: "a.txt",
      side: "new",
      startLine: 2,
      endLine: 23,
    });
  });
});
