import { describe, expect, it } from "vitest";
import { taskOf } from "../../../../../test/support/change.ts";
import { cpuTime } from "../../../../../test/support/cpu-time.ts";
import type { Language } from "./language.ts";
import { languageOf } from "./language.ts";
import { lexLines, onlyRegion, type Region, regionAt } from "./lex.ts";
import { lexedFileOf } from "./lexed-file.ts";

function only(region: Region, language: Language, text: string): string {
  const lines = text.split("\n");
  const lexed = lexLines(lines, language);
  return lines.map((line, index) => onlyRegion(line, lexed[index] ?? [], region).trim()).join("\n");
}

describe("lexLines", () => {
  it.each<[string, Language, string, string]>([
    ["line comments", "javascript", "a(); // b()", "a();"],
    ["block comments over lines", "javascript", "a(/* b\nc */ d)", "a(\nd)"],
    ["strings with escapes", "javascript", String.raw`a("\"b", 'c') + d`, "a(     ,    ) + d"],
    ["templates over lines", "javascript", "a(`b\nc`) + d", "a(\n) + d"],
    ["slashes in regular expressions", "javascript", "a(/[/'\"]+/g) + b", "a(         ) + b"],
    ["division", "javascript", "a / b / c", "a / b / c"],
    ["docstrings", "python", 'a\n"""b\nc"""\nd # e', "a\n\n\nd"],
    ["a quote that never closes", "go", "a('b\nc", "a(\nc"],
    [
      "lifetimes and characters",
      "rust",
      "fn a<'b>(c: &'b str) { '\"' }",
      "fn a<'b>(c: &'b str) {     }",
    ],
    ["colours in shell words", "shell", "a=#fff # b", "a=#fff"],
  ])("leaves out %s", (_, language, text, code) => {
    expect(only("code", language, text)).toBe(code);
  });

  it("gives comments and strings apart", () => {
    const text = 'a("b") // c';
    expect(only("comment", "javascript", text)).toBe("// c");
    expect(only("string", "javascript", text)).toBe('"b"');
  });

  it("takes a line that is too long to be written by hand as a string", () => {
    expect(only("code", "javascript", `${"a".repeat(20_001)}\nb`)).toBe("\nb");
  });

  it.each([
    ["brackets", "=/[".repeat(6000)],
    ["quotes", `'"\``.repeat(6000)],
    ["escapes", "\\".repeat(19_000)],
    ["slashes", "(/a".repeat(6000)],
  ])("takes time in proportion to a hostile line of %s", (_, line) => {
    const start = cpuTime();
    lexLines(
      Array.from({ length: 20 }, () => line),
      "javascript",
    );
    expect(cpuTime() - start).toBeLessThan(2000);
  });
});

describe("regionAt", () => {
  it("tells where a column stands", () => {
    const [line = []] = lexLines(['a("b") // c'], "javascript");
    expect([0, 3, 8, 40].map((column) => regionAt(line, column))).toEqual([
      "code",
      "string",
      "comment",
      "code",
    ]);
  });
});

describe("lexedFileOf", () => {
  const long = `/*\n${"text\n".repeat(30)}`;
  const task = taskOf({ "a.js": `${long}*/\n` }, { "a.js": `${long}debugger;\n*/\n` });

  it("knows a comment that began above the hunk when the whole file is at hand", () => {
    const [file] = task.files;
    if (file === undefined) throw new Error("the change has no file");
    expect(lexedFileOf(file)(32)?.[0]?.region).toBe("comment");
    expect(lexedFileOf({ ...file, after: null })(32)?.[0]?.region).toBe("code");
  });
});

describe("languageOf", () => {
  it.each([
    ["src/a.ts", "javascript"],
    ["A.PY", "python"],
    ["Dockerfile", "shell"],
    ["README.md", null],
    ["constructor", null],
  ])("knows %s", (path, language) => {
    expect(languageOf(path)).toBe(language);
  });
});
