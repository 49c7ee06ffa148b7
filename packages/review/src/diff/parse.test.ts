import { CodedError } from "@swarm-actions/core";
import { describe, expect, test } from "vitest";
import type { Tree } from "../../../../test/support/apply-diff.ts";
import { gitDiff } from "../../../../test/support/change.ts";
import { ScratchRepository } from "../../../../test/support/scratch-repository.ts";
import type { FileDiff } from "./model.ts";
import { type DiffOptions, parseDiff } from "./parse.ts";

/** Lines of a diff as text, each with its newline. */
const text = (...lines: string[]): string => lines.map((line) => `${line}\n`).join("");

const hunk = ["@@ -1 +1 @@", "-old", "+new"];

function onlyFile(diff: string, options?: DiffOptions): FileDiff {
  const { files } = parseDiff(diff, options);
  expect(files).toHaveLength(1);
  return files[0] as FileDiff;
}

function fault(diff: string): { code: string; place: string | null; message: string } {
  try {
    parseDiff(diff);
  } catch (error) {
    if (error instanceof CodedError) return error;
  }
  throw new Error("was accepted");
}

const treeOf = (files: Record<string, string>): Tree =>
  new Map(Object.entries(files).map(([path, content]) => [path, { mode: "100644", content }]));

const linesOf = (file: FileDiff): string[] =>
  file.hunks.flatMap(({ lines }) => lines.map(({ kind, text }) => `${kind} ${text}`));

describe("hunks", () => {
  test("an omitted count is one line, not none", () => {
    const file = onlyFile(gitDiff({ a: "old\n" }, { a: "new\n" }));
    expect(file.hunks).toMatchObject([{ oldStart: 1, oldCount: 1, newStart: 1, newCount: 1 }]);
    expect(linesOf(file)).toEqual(["deleted old", "added new"]);
  });

  test("a new file of one line has a hunk with its line", () => {
    const file = onlyFile(gitDiff({}, { a: "new\n" }));
    expect(file).toMatchObject({ change: "added", oldPath: null, newPath: "a", newMode: "100644" });
    expect(file.hunks).toMatchObject([{ oldStart: 0, oldCount: 0, newStart: 1, newCount: 1 }]);
  });

  test("each line has its number on the sides it is on", () => {
    const file = onlyFile(gitDiff({ a: "1\n2\n3\n" }, { a: "1\ntwo\n3\n" }));
    expect(file.hunks[0]?.lines.map(({ oldLine, newLine }) => [oldLine, newLine])).toEqual([
      [1, 1],
      [2, null],
      [null, 2],
      [3, 3],
    ]);
  });

  test("a deletion-only hunk stays beside an adding one", () => {
    const before = Array.from({ length: 40 }, (_, index) => `${index}\n`);
    const after = ["new\n", ...before.slice(0, 30), ...before.slice(31)];
    const file = onlyFile(gitDiff({ a: before.join("") }, { a: after.join("") }));
    expect(
      file.hunks.map(({ lines }) => lines.filter((line) => line.kind !== "context").length),
    ).toEqual([1, 1]);
  });

  test("lines that look like headers are lines", () => {
    const odd = ["-- a/x", "++ b/x", "diff --git a/x b/x", "@@ -1 +1 @@", "\\ No newline", ""];
    const now = ["-- ", "--- a/x", "+++ b/x", "@@@ -1 -1 +1 @@@", "Binary files a and b differ"];
    const file = onlyFile(gitDiff({ a: text(...odd) }, { a: text(...now) }));
    expect(linesOf(file)).toEqual([
      ...odd.map((line) => `deleted ${line}`),
      ...now.map((line) => `added ${line}`),
    ]);
  });

  test("the end of a file without newline is known for each side", () => {
    const ends = (before: string, after: string): unknown =>
      onlyFile(gitDiff({ a: before }, { a: after })).hunks[0]?.lines.map((line) => line.noNewline);
    expect(ends("a", "b")).toEqual([true, true]);
    expect(ends("a\n", "a")).toEqual([false, true]);
    expect(ends("a", "a\nb")).toEqual([true, false, true]);
    expect(ends("1\na", "2\na")).toEqual([false, false, true]);
  });

  test("the mark of a missing newline may be in any language", () => {
    const diff = text("--- a/x", "+++ b/x", ...hunk, "\\ Kein Zeilenumbruch am Dateiende.");
    expect(onlyFile(diff).hunks[0]?.lines.map((line) => line.noNewline)).toEqual([false, true]);
  });

  test("carriage returns stay in the text, at its end and inside", () => {
    const file = onlyFile(gitDiff({ a: "x\r\ny\r\n" }, { a: "x\r\na\rb\n" }));
    expect(linesOf(file)).toEqual(["context x\r", "deleted y\r", "added a\rb"]);
  });

  test("the heading is what follows the second @@", () => {
    const heading = (line: string): string | undefined =>
      onlyFile(text("--- a/x", "+++ b/x", line, "-old", "+new")).hunks[0]?.heading;
    expect(heading("@@ -1 +1 @@")).toBe("");
    expect(heading("@@ -1 +1 @@ function a() {\u2028 @@")).toBe("function a() {\u2028 @@");
    expect(heading("@@ -1 +1 @@\tx\r")).toBe("\tx\r");
  });

  test("an empty context line may have lost its space", () => {
    const file = onlyFile(text("--- a/x", "+++ b/x", "@@ -1,2 +1,2 @@", "", "-old", "+new"));
    expect(linesOf(file)).toEqual(["context ", "deleted old", "added new"]);
  });

  test("copies, JSON and structured clones of a hunk keep its lines", () => {
    const [first] = onlyFile(gitDiff({ a: "old\n" }, { a: "new\n" })).hunks;
    expect({ ...first }.lines).toHaveLength(2);
    expect(JSON.parse(JSON.stringify(first)).lines).toHaveLength(2);
    expect(structuredClone(first)?.lines).toHaveLength(2);
    expect(first?.lines).toBe(first?.lines);
  });

  test("lone surrogates and NUL in lines are kept", () => {
    const diff = text("--- a/x", "+++ b/x", "@@ -0,0 +1 @@", "+\ud800\0");
    expect(linesOf(onlyFile(diff))).toEqual(["added \ud800\0"]);
  });

  test.each([
    ["no numbers", "@@ -a +b @@"],
    ["one side", "@@ -1 @@"],
    ["no end", "@@ -1 +1"],
    ["a count beyond every file", "@@ -1,99999999999 +1 @@"],
    ["a start beyond every file", "@@ -99999999999 +1 @@"],
    ["lines before the first", "@@ -0,2 +1 @@"],
    ["no lines at all", "@@ -0,0 +0,0 @@"],
  ])("a header with %s is refused", (_, header) => {
    expect(fault(text("--- a/x", "+++ b/x", header, "-old", "+new"))).toMatchObject({
      code: "diff/malformed",
      place: "diff:3",
      message: expect.stringContaining("hunk"),
    });
  });

  test.each([
    ["longer than it says", ["@@ -1 +1 @@", "-old", "+new", "+more"], 6],
    ["with more deleted lines than it says", ["@@ -1 +1,2 @@", "-old", "-more", "+new"], 5],
    ["with a foreign line", ["@@ -1,2 +1,2 @@", "-old", "new"], 5],
    [
      "with a missing newline before its last line",
      ["@@ -1,2 +1 @@", "-a", "\\ No", "-b", "+c"],
      5,
    ],
    ["with two marks of a missing newline", [...hunk, "\\ No", "\\ No"], 7],
    ["before the one above it", ["@@ -9 +9 @@", "-a", "+b", ...hunk], 6],
    [
      "that overlaps the one above it",
      ["@@ -1,2 +1 @@", "-a", "-b", "+c", "@@ -2 +2 @@", "-b", "+c"],
      7,
    ],
  ])("a hunk %s is refused", (_, body, line) => {
    expect(fault(text("--- a/x", "+++ b/x", ...body))).toMatchObject({
      code: "diff/malformed",
      place: `diff:${line}`,
      message: expect.stringContaining(`line ${line} of the diff`),
    });
  });

  test("a hunk without a file is refused", () => {
    expect(fault(text("message", ...hunk))).toMatchObject({
      code: "diff/malformed",
      place: "diff:2",
    });
  });
});

describe("names", () => {
  const names = [
    "with space",
    "tab\tand\nline",
    "ümläut",
    "日本 語",
    'quo"te',
    "back\\slash",
    "end ",
  ];
  const more = ["b b/b", "a/b/c d", "i/x w/x", "\x07\b\v\f\r\x01\x7f", "--- a", "a => b", "x b/x"];

  const content = "line\n".repeat(20);
  const changesOf = (
    name: string,
  ): [before: Record<string, string>, after: Record<string, string>][] => [
    [{ [name]: "old\n" }, { [name]: "new\n" }],
    [{}, { [name]: "new\n" }],
    [{ [name]: "old\n" }, {}],
    [{}, { [name]: "" }],
    [{ [name]: "\0" }, { [name]: "\0\0" }],
    [{ [name]: content }, { "somewhere else": content }],
    [{ "somewhere else": content }, { [name]: `${content}more\n` }],
  ];

  test("odd names are read back, whatever the change and the prefixes, though no other file helps", () => {
    using repository = new ScratchRepository();
    const changes = [...names, ...more].flatMap(changesOf);
    repository.store(...changes.flat().map(treeOf));
    for (const [index, [before, after]] of changes.entries()) {
      const prefix = [[], ["--no-prefix"], ["--src-prefix=c/", "--dst-prefix=i/"]][index % 3] ?? [];
      const trees = [`t${2 * index}`, `t${2 * index + 1}`];
      const file = onlyFile(repository.git(["diff-tree", "-p", "-M", ...prefix, ...trees]));
      const expected = [Object.keys(before)[0] ?? null, Object.keys(after)[0] ?? null];
      expect([file.oldPath, file.newPath]).toEqual(expected);
    }
  });

  test("the date of an absent file is known in every time zone", () => {
    const added = (date: string): string =>
      onlyFile(text(`--- x\t${date}`, "+++ x\t2026-01-02 03:04:05 +0000", "@@ -0,0 +1 @@", "+new"))
        .change;
    expect(added("1970-01-01 00:00:00.000000000 +0000")).toBe("added");
    expect(added("1970-01-01 05:30:00.000000000 +0530")).toBe("added");
    expect(added("1969-12-31 16:00:00.000000000 -0800")).toBe("added");
    expect(added("1970-01-01 00:00:00.000000000 +0100")).toBe("modified");
  });

  test("a name whose bytes are no UTF-8 is still a name", () => {
    const diff = text('diff --git "a/\\377x" "b/\\377x"', "old mode 100644", "new mode 100755");
    expect(onlyFile(diff).path).toBe("\ufffdx");
  });

  test.each(['"a/x', '"a/\\q"', '"a/\\400"', '"a/\\1"'])(
    "a badly quoted name %s is refused",
    (name) => {
      expect(fault(text(`--- ${name}`, "+++ b/x", ...hunk))).toMatchObject({
        code: "diff/malformed",
        place: "diff:1",
      });
    },
  );

  test.each([
    "../x",
    "/etc/passwd",
    "a/../../x",
    ".git/hooks/post-checkout",
    "sub/.GIT/config",
    "a//b",
    "x/",
    ".",
  ])("a path that git would not track is refused: %s", (path) => {
    const diff = text(`diff --git a/${path} b/${path}`, `--- a/${path}`, `+++ b/${path}`, ...hunk);
    const options = { prefixes: { old: "a/", new: "b/" } };
    expect(() => parseDiff(diff, options)).toThrow(
      expect.objectContaining({ code: "diff/unsafe-path" }),
    );
    expect(() => parseDiff(diff)).toThrow(CodedError);
  });

  test("a rename out of the repository is refused", () => {
    const diff = text(
      "diff --git a/x b/../y",
      "similarity index 100%",
      "rename from x",
      "rename to ../y",
    );
    expect(fault(diff)).toMatchObject({ code: "diff/unsafe-path", place: "diff:1" });
  });

  test("names that contradict each other are refused", () => {
    expect(fault(text("diff --git a/x b/x", "--- a/x", "+++ b/y", ...hunk))).toMatchObject({
      code: "diff/malformed",
      message: expect.stringContaining("b/y"),
    });
  });
});

describe("prefixes", () => {
  const before = { "src/a b.ts": "old\n", "b/x": "old\n" };
  const after = { "src/a b.ts": "new\n", "b/x": "new\n" };

  test.each([
    [[]],
    [["-R"]],
    [["--no-prefix"]],
    [["--src-prefix=i/", "--dst-prefix=w/"]],
    [["--src-prefix=old version/", "--dst-prefix=new/"]],
    [["--src-prefix=deep/one/", "--dst-prefix=deep/two/"]],
    [["--src-prefix=", "--dst-prefix=new/"]],
  ])("git diff %j gives the same paths", (options) => {
    const { files } = parseDiff(gitDiff(before, after, options));
    expect(files.map((file) => [file.oldPath, file.newPath])).toEqual([
      ["b/x", "b/x"],
      ["src/a b.ts", "src/a b.ts"],
    ]);
  });

  test("a folder called a or b is no prefix", () => {
    const diff = gitDiff({ "b/x": "old\n" }, { "b/x": "new\n", "b/y": "new\n" }, ["--no-prefix"]);
    expect(parseDiff(diff).files.map((file) => file.path)).toEqual(["b/x", "b/y"]);
  });

  test("a rename proves even what nothing else could", () => {
    const old = "line\n".repeat(9);
    const diff = gitDiff({ "b/x": old, z: "old\n" }, { "b/y": old, z: "new\n" }, [
      "--src-prefix=same/",
      "--dst-prefix=same/",
    ]);
    expect(parseDiff(diff).files.map((file) => file.path)).toEqual(["b/y", "z"]);
  });

  test("who knows the prefixes can say them", () => {
    const diff = gitDiff({ "a/x": "old\n" }, { "a/x": "new\n" }, [
      "--src-prefix=v1:",
      "--dst-prefix=v2:",
    ]);
    expect(onlyFile(diff, { prefixes: { old: "v1:", new: "v2:" } }).path).toBe("a/x");
    const other = { prefixes: { old: "a/", new: "b/" } };
    expect(() => parseDiff(diff, other)).toThrow(
      expect.objectContaining({ code: "diff/unclear-names" }),
    );
  });

  test("where nothing tells the names apart, the answer is an error, not a guess", () => {
    const diff = text("diff --git old/x y/x newer/x y/x", "old mode 100644", "new mode 100755");
    expect(fault(diff)).toMatchObject({ code: "diff/unclear-names", place: "diff:1" });
    expect(onlyFile(diff, { prefixes: { old: "old/", new: "newer/" } }).path).toBe("x y/x");
  });
});

describe("kinds of change", () => {
  const body = "line\n".repeat(20);

  test("renames, with and without edit", () => {
    expect(onlyFile(gitDiff({ a: body }, { b: body }))).toMatchObject({
      path: "b",
      oldPath: "a",
      newPath: "b",
      change: "renamed",
      similarity: 100,
      hunks: [],
    });
    expect(onlyFile(gitDiff({ a: body }, { b: `${body}more\n` }))).toMatchObject({
      change: "renamed",
      similarity: expect.any(Number),
      hunks: [{ newCount: 4 }],
    });
  });

  test("copies", () => {
    const { files } = parseDiff(
      gitDiff({ a: body }, { a: body, b: body }, ["-C", "--find-copies-harder"]),
    );
    expect(files).toMatchObject([{ path: "b", oldPath: "a", change: "copied", similarity: 100 }]);
  });

  test("empty files, added and deleted", () => {
    expect(onlyFile(gitDiff({}, { a: "" }))).toMatchObject({ change: "added", hunks: [] });
    expect(onlyFile(gitDiff({ a: "" }, {}))).toMatchObject({
      change: "deleted",
      newPath: null,
      hunks: [],
    });
  });

  test("only a mode", () => {
    const diff = text("diff --git a/x y b/x y", "old mode 100644", "new mode 100755");
    expect(onlyFile(diff)).toMatchObject({
      path: "x y",
      change: "modified",
      oldMode: "100644",
      newMode: "100755",
      hunks: [],
    });
  });

  test("the index line states an unchanged mode", () => {
    expect(onlyFile(gitDiff({ a: "1\n" }, { a: "2\n" }))).toMatchObject({
      oldMode: "100644",
      newMode: "100644",
    });
  });

  test("binary files, with and without their content", () => {
    const before = { a: new Uint8Array([0, 1, 2]), c: "x\n" };
    const after = { a: new Uint8Array(5000).map((_, index) => (index * 7919) % 256), c: "y\n" };
    for (const options of [[], ["--binary"]]) {
      const { files } = parseDiff(gitDiff(before, after, options));
      expect(files).toMatchObject([
        { path: "a", content: "binary", hunks: [] },
        { path: "c", content: "text" },
      ]);
    }
  });

  test("a symlink, and a file that becomes one", () => {
    const link = ["new file mode 120000", "index 0000000..c1b0730", "--- /dev/null", "+++ b/x"];
    const added = text(
      "diff --git a/x b/x",
      ...link,
      "@@ -0,0 +1 @@",
      "+to",
      "\\ No newline at end of file",
    );
    expect(onlyFile(added)).toMatchObject({ change: "added", content: "symlink" });
    const gone = ["deleted file mode 100644", "index 5986e6e..0000000", "--- a/x", "+++ /dev/null"];
    const deleted = text("diff --git a/x b/x", ...gone, "@@ -1 +0,0 @@", "-text");
    expect(parseDiff(deleted + added).files).toMatchObject([
      { path: "x", change: "deleted", content: "text" },
      { path: "x", change: "added", content: "symlink" },
    ]);
  });

  test("a submodule", () => {
    const commit = (digit: string): string => `Subproject commit ${digit.repeat(40)}`;
    const diff = text(
      ...["diff --git a/sub b/sub", "index 1111111..2222222 160000", "--- a/sub", "+++ b/sub"],
      ...["@@ -1 +1 @@", `-${commit("1")}`, `+${commit("2")}-dirty`],
    );
    expect(onlyFile(diff)).toMatchObject({ content: "submodule", change: "modified" });
  });

  test("a submodule as --submodule=log shows it has no lines", () => {
    const diff = text(
      ...[
        "Submodule my sub contains modified content",
        "Submodule my sub 1111111..2222222:",
        "  > subject",
      ],
      ...[
        "Submodule new 0000000...3333333 (new submodule)",
        "Submodule old 3333333...0000000 (submodule deleted)",
      ],
    );
    expect(parseDiff(diff).files).toMatchObject([
      { path: "my sub", change: "modified", content: "submodule", hunks: [] },
      { path: "new", change: "added", oldPath: null },
      { path: "old", change: "deleted", newPath: null },
    ]);
  });

  test("the inside of a submodule is refused: it is another repository", () => {
    const diff = text(
      "Submodule sub 1111111..2222222:",
      "diff --git a/sub/x b/sub/x",
      "--- a/sub/x",
      "+++ b/sub/x",
      ...hunk,
    );
    expect(fault(diff)).toMatchObject({ code: "diff/submodule-content", place: "diff:2" });
  });
});

describe("other sources", () => {
  test("nothing is an empty diff", () => {
    expect(parseDiff("").files).toEqual([]);
    expect(parseDiff(" \n\n").files).toEqual([]);
  });

  test.each(["hello\n", "--- a\n", "{}", "\x1b[1mdiff --git a/x b/x\x1b[m\n"])(
    "no diff at all is refused: %j",
    (diff) => {
      expect(fault(diff)).toMatchObject({ code: "diff/not-a-diff", place: "diff:1" });
    },
  );

  test("what stands around the files is passed over", () => {
    const diff = text(
      ...[
        "From 1234 Mon Sep 17 00:00:00 2001",
        "Subject: [PATCH] message",
        "---",
        " a.ts | 2 +-",
        "",
      ],
      ...["diff --git a/a.ts b/a.ts", "index 1111111..2222222 100644", "--- a/a.ts", "+++ b/a.ts"],
      ...[...hunk, "-- ", "2.39.5", ""],
    );
    expect(linesOf(onlyFile(diff))).toEqual(["deleted old", "added new"]);
    expect(onlyFile(`\u{feff}${diff}`).path).toBe("a.ts");
  });

  test("plain unified diffs, with dates, and with absent files", () => {
    const date = "2026-01-02 03:04:05.000000000 +0000";
    const never = "1970-01-01 01:00:00.000000000 +0100";
    const diff = text(
      ...["diff -ruN one/a b two/a b", `--- one/a b\t${date}`, `+++ two/a b\t${date}`, ...hunk],
      ...[`--- one/new\t${never}`, `+++ two/new\t${date}`, "@@ -0,0 +1 @@", "+new"],
      ...[`--- one/gone\t${date}`, "+++ /dev/null", "@@ -1 +0,0 @@", "-old"],
    );
    expect(parseDiff(diff).files).toMatchObject([
      { path: "a b", change: "modified" },
      { path: "new", change: "added", oldPath: null },
      { path: "gone", change: "deleted", newPath: null },
    ]);
  });

  test("a plain diff of added files alone has git's usual prefixes, or none", () => {
    const added = (name: string): string =>
      onlyFile(text("--- /dev/null", `+++ ${name}`, "@@ -0,0 +1 @@", "+new")).path;
    expect(added("b/src/x")).toBe("src/x");
    expect(added("src/x")).toBe("src/x");
  });

  test("two files of different names compared are a rename", () => {
    const file = onlyFile(text("--- x.orig", "+++ x", ...hunk));
    expect(file).toMatchObject({
      change: "renamed",
      oldPath: "x.orig",
      newPath: "x",
      similarity: null,
    });
  });

  test.each(["diff --cc x", "diff --combined x", "@@@ -1 -1 +1 @@@"])(
    "a combined diff is refused: %s",
    (line) => {
      const error = fault(text("message", line, "index 1,2..3"));
      expect(error).toMatchObject({ code: "diff/combined", place: "diff:2" });
      expect(error).toMatchObject({ fix: expect.stringContaining("--first-parent") });
    },
  );

  test("a diff in the middle of a merge is refused", () => {
    expect(fault(text("* Unmerged path x"))).toMatchObject({ code: "diff/unmerged" });
  });

  test("two diffs of one file are refused: their line numbers contradict each other", () => {
    const one = text("diff --git a/x b/x", "--- a/x", "+++ b/x", ...hunk);
    expect(fault(one + one)).toMatchObject({ code: "diff/repeated-file", place: "diff:7" });
  });

  test("changed line ends are named", () => {
    const diff = text("diff --git a/x b/x", "--- a/x", "+++ b/x", ...hunk);
    expect(fault(diff.replaceAll("\n", "\r\n"))).toMatchObject({
      code: "diff/converted-line-ends",
    });
  });
});

describe("a diff cut off", () => {
  const diff = gitDiff(
    { "src/a.ts": "1\n2\n3\n", b: "old", gone: "x\n", bin: "\0" },
    { "src/a.ts": "1\ntwo\n3\n", "b b": "new", bin: "\0\0", empty: "" },
    ["--binary"],
  );

  test("inside a hunk names the line and the file", () => {
    const cut = diff.slice(0, diff.indexOf("+two"));
    expect(fault(cut)).toMatchObject({
      code: "diff/cut-off",
      place: `diff:${cut.split("\n").length}`,
      message: expect.stringContaining("src/a.ts"),
    });
  });

  test("inside a line is an error even where all lines seem to be there", () => {
    expect(fault(text("--- a/x", "+++ b/x", ...hunk).slice(0, -1))).toMatchObject({
      code: "diff/cut-off",
      place: "diff:5",
    });
  });

  test("by the next file, in the middle of a hunk, is an error at that line", () => {
    const file = ["diff --git a/x b/x", "--- a/x", "+++ b/x", "@@ -1,9 +1,9 @@", " context"];
    expect(fault(text(...file, "diff --git a/y b/y"))).toMatchObject({
      code: "diff/cut-off",
      place: "diff:6",
    });
  });

  test.each([
    ["its hunks, by its index line", ["index 1111111..2222222 100644"]],
    ["its hunks, by its names", ["--- a/x", "+++ b/x"]],
    ["its hunks, by its similarity", ["similarity index 90%", "rename from x", "rename to y"]],
    ["everything", []],
    ["where it was moved", ["similarity index 100%"]],
    ["its new name", ["--- a/x"]],
    ["its new mode", ["old mode 100644"]],
    ["where a rename goes", ["similarity index 100%", "rename from x"]],
    ["its binary content", ["GIT binary patch"]],
    ["the end of its binary content", ["GIT binary patch", "literal 1", "IcmZQzz"]],
  ])("before %s is an error", (_, header) => {
    expect(fault(text("diff --git a/x b/x", ...header))).toMatchObject({
      code: "diff/cut-off",
      place: `diff:${header.length + 2}`,
    });
  });

  test("before a rename is stated is an error", () => {
    const modes = ["old mode 100644", "new mode 100755"];
    expect(fault(text("diff --git a/x b/y", ...modes))).toMatchObject({ code: "diff/cut-off" });
  });

  test("anywhere gives an error, or a part that ends with a file or a hunk", () => {
    const whole = parseDiff(diff).files;
    for (let length = 0; length < diff.length; length++) {
      const cut = diff.slice(0, length);
      const accepted = tryParse(cut);
      if (accepted === null) continue;
      const parts = accepted.map((file) => [file.path, file.hunks.length]);
      expect(parts).toEqual(
        whole
          .slice(0, parts.length)
          .map((file, index) => [file.path, accepted[index]?.hunks.length]),
      );
      for (const file of accepted.slice(0, -1)) expect(whole).toContainEqual(file);
    }
  });

  function tryParse(cut: string): readonly FileDiff[] | null {
    try {
      return parseDiff(cut).files;
    } catch (error) {
      if (error instanceof CodedError) return null;
      throw error;
    }
  }
});

describe("contradictions", () => {
  test.each([
    ["added, yet it has an old side", ["new file mode 100644", "--- a/x", "+++ b/x", ...hunk]],
    ["deleted, yet it has a new side", ["deleted file mode 100644", "--- a/x", "+++ b/x", ...hunk]],
    ["on neither side", ["--- /dev/null", "+++ /dev/null", ...hunk]],
    ["both added and deleted", ["new file mode 100644", "deleted file mode 100644"]],
    ["both renamed and copied", ["rename from x", "copy to x"]],
    ["both added and renamed", ["new file mode 100644", "rename from x", "rename to x"]],
    ["of a bad mode", ["new file mode 9"]],
    ["of a bad similarity", ["similarity index 101%"]],
    ["of a bad index line", ["index x..y"]],
  ])("a file %s is refused", (_, header) => {
    expect(fault(text("diff --git a/x b/x", ...header))).toMatchObject({ code: "diff/malformed" });
  });
});

describe("size", () => {
  test("a hundred thousand lines and ten thousand files take moments", () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `+${index}`);
    const large = text(
      "diff --git a/x b/x",
      "--- /dev/null",
      "+++ b/x",
      "@@ -0,0 +1,100000 @@",
      ...lines,
    );
    expect(onlyFile(large).hunks[0]?.lines).toHaveLength(100_000);
    const many = Array.from({ length: 10_000 }, (_, index) => `d/f ${index}`).map((name) =>
      text(`diff --git a/${name} b/${name}`, "old mode 100644", "new mode 100755"),
    );
    expect(parseDiff(many.join("")).files).toHaveLength(10_000);
  }, 60_000);

  test("hostile lines take moments too", () => {
    const long = "x ".repeat(500_000);
    const lines = [
      `diff --git ${long}`,
      `--- "${long}`,
      `Submodule ${long}`,
      `@@ -1 +1 ${long}`,
      `+++ ${long}`,
    ];
    for (const line of lines)
      expect(fault(text(line, "+++ b/x"))).toMatchObject({ place: expect.any(String) });
  }, 60_000);
});
