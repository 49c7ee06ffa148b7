import { describe, expect, it } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import { TaskLines } from "./task-lines.ts";

const many = Array.from({ length: 30 }, (_, index) => `line ${index + 1}\n`);
const changed = many.with(0, "first\n").with(29, "last\n").join("");

describe("TaskLines", () => {
  it("finds the first path that is under review", () => {
    const lines = new TaskLines(taskOf({}, { "b.ts": "x\n" }));
    expect(lines.find(["a.ts", "b.ts"])?.diff.path).toBe("b.ts");
    expect(lines.find(["a.ts", "__proto__"])).toBeUndefined();
  });

  it("takes the old name of a renamed file for its old side only", () => {
    const text = many.join("");
    const lines = new TaskLines(taskOf({ "old.ts": text }, { "new.ts": changed }));
    expect(lines.find(["old.ts"])).toBeUndefined();
    expect(lines.find(["old.ts"], "old")?.diff.path).toBe("new.ts");
    expect(lines.find(["new.ts"], "old")?.diff.path).toBe("new.ts");
  });

  it("knows only the lines of hunks that are to be reviewed", () => {
    const task = taskOf({ "a.ts": many.join("") }, { "a.ts": changed });
    const second = { ...task, files: task.files.map((file) => ({ ...file, hunks: [1] })) };
    const lines = new TaskLines(second);
    const [file] = lines.files;
    if (file === undefined) throw new Error("no file");
    expect(lines.overlap(file, "new", 1, 3)).toBeNull();
    expect(lines.overlap(file, "new", 1, 28)).toMatchObject({ startLine: 27, endLine: 28 });
    expect(lines.overlap(file, "old", 30, 99)).toMatchObject({ startLine: 30, endLine: 30 });
    const hunk = file.diff.hunks[1];
    expect(hunk && [26, 27, 30, 31].map((line) => lines.newLine(hunk, line))).toEqual([
      undefined,
      "line 27",
      "last",
      undefined,
    ]);
  });

  it("leaves out files whose hunks were all reviewed before, and those not covered", () => {
    const task = taskOf({}, { "a.ts": "x\n", "b.ts": "x\n", empty: "" });
    const files = task.files.map((file, index) => (index === 0 ? { ...file, hunks: [] } : file));
    const lines = new TaskLines({ ...task, files }, (file) => file.diff.path !== "b.ts");
    expect(lines.files.map(({ diff }) => diff.path)).toEqual(["empty"]);
    // Something may still be said of the whole of it.
    expect(lines.find(["a.ts"])?.diff.path).toBe("a.ts");
    expect(lines.find(["b.ts"])).toBeUndefined();
  });
});
