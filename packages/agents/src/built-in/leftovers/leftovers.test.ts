import type { Remark, ReviewTask } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { type Files, taskOf } from "../../../../../test/support/change.ts";
import { leftovers } from "./index.ts";

const never = new AbortController().signal;

async function remarksOf(task: ReviewTask): Promise<readonly Remark[]> {
  return (await leftovers.review(task, never)).remarks;
}

async function seenIn(after: Files, before: Files = {}): Promise<string[]> {
  const remarks = await remarksOf(taskOf(before, after));
  return remarks.map(({ rule, severity, place }) => {
    const lines = place.kind === "lines" ? ` ${place.startLine}-${place.endLine}` : "";
    return `${rule.replace("leftovers/", "")} ${severity}${lines}`;
  });
}

const ours = `${"<".repeat(7)} HEAD`;
const base = `${"|".repeat(7)} 1234567`;
const middle = "=".repeat(7);
const theirs = `${">".repeat(7)} topic`;

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join("");
}

describe("leftovers/merge-marker", () => {
  const conflict = lines(ours, "a", base, "b", middle, "c", theirs);

  it("reports each conflict once, from its first to its last mark", async () => {
    expect(await seenIn({ "src/a.js": lines("x();") + conflict + conflict })).toEqual([
      "merge-marker high 2-8",
      "merge-marker high 9-15",
    ]);
  });

  it.each([
    ["in data", "data/a.json", conflict, ["merge-marker high 1-7"]],
    [
      "with other line ends",
      "src/a.js",
      conflict.replaceAll("\n", "\r\n"),
      ["merge-marker high 1-7"],
    ],
    ["in a document that shows one", "docs/a.md", conflict, ["merge-marker low 1-7"]],
    ["in a test", "test/a.js", conflict, ["merge-marker low 1-7"]],
    ["headings that look like a mark", "docs/a.rst", lines("A", middle, "B", middle), []],
    ["a shift in C", "src/a.c", lines("  a <<<<<<< b;"), []],
    ["a ruler", "src/a.txt", lines("<".repeat(20), ">".repeat(20)), []],
  ])("weighs a conflict %s", async (_, path, text, seen) => {
    expect(await seenIn({ [path]: text })).toEqual(seen);
  });
});

describe("leftovers/debugger", () => {
  it.each([
    ["a block", "src/a.ts", "if (a) { debugger; }", 1],
    ["a statement without semicolon", "src/a.ts", "  debugger", 1],
    ["a property", "src/a.ts", "a.debugger = 1; b({ debugger: 2 });", 0],
    ["a template", "src/a.ts", "const a = `\ndebugger;\n`;", 0],
    ["a docstring", "a/b.py", 'def a():\n    """\n    breakpoint()\n    """', 0],
    ["an import alone", "a/b.py", "import pdb", 0],
    ["a condition in Ruby", "lib/a.rb", "binding.pry if a", 1],
    ["a method in Ruby", "lib/a.rb", "def debugger(a)", 0],
    ["a macro of another name", "src/a.rs", "my_dbg!(a);", 0],
    ["a pipe in Elixir", "lib/a.ex", "a |> dbg()", 1],
    ["a method call in PHP", "src/A.php", "<?php\n$query->dd();", 0],
    ["vendored code", "vendor/a.js", "debugger;", 0],
    ["another language", "src/a.txt", "debugger;", 0],
  ])("looks at %s", async (_, path, text, count) => {
    expect(await seenIn({ [path]: `${text}\n` })).toHaveLength(count);
  });
});

describe("leftovers/debug-print", () => {
  it.each([
    ["a test", "src/a.test.ts", "console.log(1);", 0],
    ["an example", "examples/a.js", "console.log(1);", 0],
    ["a logger", "src/logger.ts", "console.log(1);", 0],
    ["a warning", "src/a.ts", "console.warn(1);", 0],
    ["a comment", "src/a.ts", "// console.log(1);", 0],
    ["an allowed one", "src/a.ts", "console.log(1); // eslint-disable-line no-console", 0],
    ["a program in Python", "a/b.py", 'if __name__ == "__main__":\n    print(1)', 0],
    ["a method called print", "a/b.py", "page.print(1)", 0],
    ["a marked one in Rust", "src/a.rs", 'println!("DEBUG {}", a);', 1],
    ["an ordinary one in Rust", "src/a.rs", 'println!("{}", a);', 0],
    ["a ruler in Java", "src/A.java", 'System.out.println("=====" + a);', 1],
  ])("looks at %s", async (_, path, text, count) => {
    expect(await seenIn({ [path]: `${text}\n` })).toHaveLength(count);
  });
});

describe("leftovers/do-not-merge", () => {
  it.each([
    ["the end of a comment", "a(); // DO NOT COMMIT", 1],
    ["its shout", "/* DON'T MERGE!!! */", 1],
    ["an instruction about something else", "// DO NOT COMMIT secrets.", 0],
    ["an instruction in small letters", "// Do not merge the two maps: they differ.", 0],
    ["a to-do", "a(); // FIXME: revert to 5 before merge", 1],
    ["an order", "// Remove before merging.", 1],
    ["a plain account", "// We remove duplicates before merging the lists.", 0],
    ["a name", "const nocommit = 1;", 0],
  ])("looks at %s", async (_, text, count) => {
    expect(await seenIn({ "src/a.ts": `${text}\n` })).toHaveLength(count);
  });
});

describe("leftovers/large-binary", () => {
  const mebibytes = (count: number): string => "\0".repeat(count * 1024 * 1024 + 1);

  it.each([
    ["more than 5 MiB", "lib/a.bin", 5, ["large-binary high"]],
    ["more than 1 MiB", "lib/a.bin", 1, ["large-binary medium"]],
    ["a picture of the documentation", "docs/a.png", 1, ["large-binary low"]],
    ["data of a test", "test/data/a.bin", 6, ["large-binary low"]],
  ])("weighs %s", async (_, path, count, seen) => {
    expect(await seenIn({ [path]: mebibytes(count) })).toEqual(seen);
  });

  it("is mild about a file that was there before", async () => {
    const seen = await seenIn({ "a.bin": mebibytes(2) }, { "a.bin": "\0" });
    expect(seen).toEqual(["large-binary low"]);
  });

  it("says nothing when the size is not known", async () => {
    const task = taskOf({}, { "a.bin": mebibytes(2) });
    const files = task.files.map((file) => ({ ...file, sizeAfter: null }));
    expect(await remarksOf({ ...task, files })).toEqual([]);
  });
});

describe("leftovers/edited-generated", () => {
  const marked = `// Code ${"generated"} by gen. DO NOT EDIT.\n`;

  it.each<[string, Files, Files, number]>([
    ["alone", { "a.go": `${marked}1\n` }, { "a.go": `${marked}2\n` }, 1],
    [
      "with code that could be its source",
      { "a.go": `${marked}1\n`, "b.go": "1\n" },
      { "a.go": `${marked}2\n`, "b.go": "2\n" },
      0,
    ],
    [
      "with documentation only",
      { "a.go": `${marked}1\n`, "README.md": "1\n" },
      { "a.go": `${marked}2\n`, "README.md": "2\n" },
      1,
    ],
    [
      "when the marker stands far down",
      { "a.go": `${"// text\n".repeat(400)}${marked}1\n` },
      { "a.go": `${"// text\n".repeat(400)}${marked}2\n` },
      0,
    ],
    ["minified, without an original", { "a.min.js": "1\n" }, { "a.min.js": "2\n" }, 0],
  ])("looks at a generated file changed %s", async (_, before, after, count) => {
    expect(await seenIn(after, before)).toHaveLength(count);
  });
});
