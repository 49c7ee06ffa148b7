import { fenceOf } from "@swarm-actions/core";
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { codeOf, proseOf, wordsOf } from "./escape.ts";

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[press](javascript:alert(1))",
  "![](https://evil.example/pixel.png)",
  "https://evil.example www.evil.example evil@evil.example",
  "# heading",
  "heading\n===",
  "heading\n---",
  "> quote",
  "- item",
  "1. item",
  "**bold** _it_ ~~gone~~",
  "| a | b |\n|---|---|\n| c | d |",
  "```\nfence",
  "    indented",
  "&lt;b&gt; &#60;b&#62;",
  "[^1]\n\n[^1]: note",
  "\\",
  "a\\`b`",
  "`` ` ``",
];

describe("proseOf", () => {
  it.each(hostile)("keeps %j as the words it is", (text) => {
    expect(elementsOf(proseOf(text))).toEqual([]);
  });

  it("keeps any text without code as the words it is", () => {
    const pieces = fc.constantFrom(..."<>[]()!#*_~|-=+&;:/\\@. \n1ax", "www.", "https://", "&#60;");
    const text = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (words) => {
        expect(elementsOf(proseOf(words))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps code as code", () => {
    expect(toHtml(proseOf("Use `a<b>` and `x | y`, @ada."))).toContain("<code>a&lt;b&gt;</code>");
  });

  it("mentions nobody and refers to nothing", () => {
    const html = toHtml(proseOf("@ada @org/team fixes #12, GH-12, org/repo#3"));
    expect(html).not.toMatch(/@\w|#\d|GH-\d/);
  });

  it("leaves ordinary words alone", () => {
    const text = "Don't call snake_case twice (see the docs), it's 3 * slower.";
    expect(proseOf(text)).toBe("Don't call snake_case twice (see the docs), it's 3 \\* slower.");
  });

  it("shows what could not be seen", () => {
    expect(proseOf("a\u202Eb\u001b[31m")).toBe("a\\\\u{202E}b␛\\[31m");
  });
});

describe("codeOf", () => {
  it.each(["a`b", "``", "`", "a``b`c", " spaced ", "a\nb", "\\"])("holds %j", (text) => {
    const html = toHtml(`before ${codeOf(text)} after`);
    expect(html).toMatch(/^<p>before <code>[^<]*<\/code> after<\/p>$/);
  });

  it("does not end a table's cell", () => {
    const rows = ["a|b", "a\\|b", "\\|", "|`|"].map((path) => `| ${codeOf(path)} | end |`);
    const html = toHtml(["| A | B |", "|---|---|", ...rows].join("\n"));
    expect(html.match(/<td>end<\/td>/g)).toHaveLength(4);
  });
});

describe("wordsOf", () => {
  it("stays on its line and in its cell", () => {
    const html = toHtml(`| A | B |\n|---|---|\n| ${wordsOf("a\n|b`|` c\\|")} | end |`);
    expect(html).toContain("<td>end</td>");
  });
});

describe("fenceOf", () => {
  it("cannot be ended by its content", () => {
    const html = toHtml(fenceOf(["```", "````", "<script>"], "text"));
    expect(html).toMatch(
      /^<pre><code class="language-text">```\n````\n&lt;script&gt;\n<\/code><\/pre>$/,
    );
  });
});

function toHtml(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** Whatever the text became other than paragraphs and code. */
function elementsOf(markdown: string): string[] {
  const tags = toHtml(markdown).match(/<[^>]*>/g) ?? [];
  return tags.filter((tag) => !/^<\/?(p|code)>$/.test(tag));
}
