import type { Remark, ReviewTask } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { type Files, taskOf } from "../../../../../test/support/change.ts";
import { cpuTime } from "../../../../../test/support/cpu-time.ts";
import { disguises } from "./disguise.ts";
import { hiddenText } from "./index.ts";

const never = new AbortController().signal;

async function remarksOf(task: ReviewTask): Promise<readonly Remark[]> {
  return (await hiddenText.review(task, never)).remarks;
}

async function seenIn(after: Files, before: Files = {}): Promise<string[]> {
  const remarks = await remarksOf(taskOf(before, after));
  return remarks.map((remark) => `${remark.rule.replace("hidden-text/", "")} ${remark.severity}`);
}

describe("hidden-text", () => {
  it("names code points and never repeats what it found", async () => {
    const hidden = "\u202E\u200B\u{E0041}\u{E0100}\u{E0101}\u{E0102}\u3164";
    const remarks = await remarksOf(taskOf({}, { "src/a.ts": `a${hidden}\n` }));
    expect(remarks).toHaveLength(5);
    for (const { message } of remarks) expect(message).toMatch(/^[ -~]+$/);
    expect(remarks[0]?.message).toContain("U+202E at column 2");
  });

  it("suggests the line without what was hidden, with the line's own ending", async () => {
    const [remark] = await remarksOf(taskOf({}, { "src/a.ts": "// a\n// b\u200Bc\r\n" }));
    expect(remark?.suggestion).toEqual({ startLine: 2, endLine: 2, replacement: "// bc\r" });
  });

  it("suggests nothing where taking a character out of a string could change the program", async () => {
    const [remark] = await remarksOf(taskOf({}, { "src/a.ts": 'const a = "b\u200Bc";\n' }));
    expect(remark).toBeDefined();
    expect(remark).not.toHaveProperty("suggestion");
  });

  it("leaves lines alone that were there before", async () => {
    const old = "a\u200Bb();\n";
    expect(await seenIn({ "src/a.ts": `${old}c();\n` }, { "src/a.ts": old })).toEqual([]);
  });
});

describe("hidden-text/bidi", () => {
  it.each([
    ["an override that is never closed", "a \u202E b", "bidi high"],
    ["an embedding that is closed", "a \u202B b \u202C c", "bidi medium"],
    ["an isolate closed by the wrong mark", "a \u2067 b \u202C c", "bidi high"],
    ["an isolate that closes what is inside it", "a \u2067 \u202E b \u2069 c", "bidi medium"],
  ])("weighs %s", async (_, text, seen) => {
    expect(await seenIn({ "src/a.ts": `${text}\n` })).toEqual([seen]);
  });

  it.each(["test/a.ts", "vendor/a.js", "web/a.min.js"])("is mild about %s", async (path) => {
    expect(await seenIn({ [path]: "a \u202B b \u202C c\n" })).toEqual(["bidi low"]);
  });

  it.each([
    ["Hebrew that is left open", "\u202B\u05D0\u05D1", []],
    ["English that is left open", "\u202Bab", ["bidi low"]],
  ])("weighs a translation with %s", async (_, text, seen) => {
    expect(await seenIn({ "locale/he/a.po": `msgstr "${text}"\n` })).toEqual(seen);
  });
});

describe("hidden-text/zero-width", () => {
  it.each([
    ["code", "src/a.ts", "ab\u200Bc();\n", ["zero-width high"]],
    ["a string", "src/a.ts", 'a("b\u2060c");\n', ["zero-width medium"]],
    ["a comment", "src/a.ts", "// b\u200Bc\n", ["zero-width low"]],
    ["prose", "docs/a.md", "b\u200Bc\n", ["zero-width low"]],
    ["a translation", "locales/th.json", '"b\u200Bc"\n', []],
    ["a glob in a comment", "src/a.ts", "/* src/**\u200B/*.ts */\n", []],
    ["Thai, which has no spaces", "docs/a.md", "\u0E01\u200B\u0E02\n", []],
    ["a heart on fire", "src/a.ts", 'a("\u2764\uFE0F\u200D\u{1F525}");\n', []],
    ["a joiner after an emoji alone", "docs/a.md", "\u{1F525}\u200D x\n", ["zero-width low"]],
  ])("weighs %s", async (_, path, text, seen) => {
    expect(await seenIn({ [path]: text })).toEqual(seen);
  });
});

describe("hidden-text/look-alike", () => {
  it.each([
    ["a mixed name in code", "src/a.ts", "const \u0440assword = 1;\n", ["look-alike high"]],
    ["a fullwidth letter", "src/a.py", "\uFF41dmin = 1\n", ["look-alike high"]],
    ["a mixed word in a string", "src/a.ts", 'a("p\u0430ypal.com");\n', ["look-alike low"]],
    ["a range in a string", "src/a.ts", 'a("[A-Z\u0410-\u042F]+");\n', []],
    ["an escape before Cyrillic", "src/a.ts", 'a("\\n\u0441\u043E\u0441");\n', []],
    ["a comment in Russian", "src/a.ts", "// \u0430\u0441\u0435 ace\n", []],
    ["a Cyrillic name that copies nothing", "src/a.py", "\u0430\u0441\u0435 = 1\n", []],
    ["a name with a visible Cyrillic letter", "src/a.py", "a\u0436\u0430 = 1\n", []],
    ["prose", "README.md", "p\u0430yload\n", []],
  ])("weighs %s", async (_, path, text, seen) => {
    expect(await seenIn({ [path]: text })).toEqual(seen);
  });
});

describe("disguises", () => {
  it("gives the word, what it looks like, and where its first foreign letter stands", () => {
    expect(disguises("a + \u{1D41A}b\u0441")).toEqual([
      { word: "\u{1D41A}b\u0441", looks: "abc", column: 4, letterColumn: 4, mixed: true },
    ]);
  });

  it("takes time in proportion to a long word", () => {
    const start = cpuTime();
    expect(disguises("a".repeat(1_000_000))).toEqual([]);
    expect(cpuTime() - start).toBeLessThan(1000);
  });
});
