import { describe, expect, it } from "vitest";
import type { Language } from "./language.ts";
import { maskCode } from "./masked-code.ts";

const wordsLeft = (text: string, language: Language): string[] =>
  maskCode(text, language).match(/\w+/g) ?? [];

describe("maskCode", () => {
  it.each<[string, Language, string, string[]]>([
    ["line comments and strings", "javascript", 'a("b // c"); // d', ["a"]],
    ["regular expressions", "javascript", "a = /['\"]x/; b(y)", ["a", "b", "y"]],
    ["divisions as code", "javascript", "a / b; c / d", ["a", "b", "c", "d"]],
    ["strings over several lines", "python", "x = '''a\nb''' # c\ny", ["x", "y"]],
    ["raw strings", "go", 'x := `a\n"b`\ny', ["x", "y"]],
    ["raw strings with hashes", "rust", 'let x = r#"a " b"#; y', ["let", "x", "r", "y"]],
    [
      "lifetimes as code",
      "rust",
      "fn f<'a>(x: &'a str) { 'b' }",
      ["fn", "f", "a", "x", "a", "str"],
    ],
    ["attributes as code", "php", "#[Test]\n# note\nf()", ["Test", "f"]],
  ])("understands %s (%s)", (_, language, text, left) => {
    expect(wordsLeft(text, language)).toEqual(left);
  });

  it("keeps every line as long as it was and where it was", () => {
    const text = 'a /* b\n\tc */ d\n"e\\\nf" `g\nh` \'i';
    const lines = (all: string): number[] => all.split("\n").map((line) => line.length);
    expect(lines(maskCode(text, "javascript"))).toEqual(lines(text));
  });

  it.each(["/*".repeat(50_000), "/[".repeat(50_000), '"\\'.repeat(50_000), "'''".repeat(33_333)])(
    "takes little time for hostile text %#",
    (text) => {
      const start = performance.now();
      for (const language of ["javascript", "python", "rust"] as const) maskCode(text, language);
      expect(performance.now() - start).toBeLessThan(2_000);
    },
  );
});
