import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { decodeString } from "micromark-util-decode-string";
import { expect, test } from "vitest";
import { stripHidden } from "../hidden-unicode.ts";
import { makeHarmless } from "./make-harmless.ts";

const hosts = ["ok.test", "*.docs.test", "github.com"];

const fragments = [
  "@user",
  "\\@user",
  "&#64;user",
  "@org/team",
  "a@b.test",
  "#12",
  "o/r#1",
  "GH-7",
  "fixes #3",
  "closes: o/r#4",
  "o/r@0123456789abcdef",
  "https://evil.test/x",
  "https://ok.test/x",
  "https://ok.test@evil.test/",
  "www.evil.test",
  "https://github.com/o/r/issues/1",
  "https://github.com/o/r/%69ssues/1",
  "<https://evil.test>",
  "<a@b.test>",
  "[",
  "]",
  "(",
  ")",
  "[a](",
  "](https://evil.test)",
  "](//evil.test)",
  "](javascript:alert(1))",
  "](https://ok.test)",
  "![",
  "![i](https://ok.test/i.png)",
  "[r]",
  "![r]",
  "[r]: https://evil.test\n",
  "\n\n[r]: https://ok.test/a\n\n",
  "<a href='https://evil.test'>",
  "</a>",
  "<img src=https://evil.test>",
  '<img src="`">',
  "<details>",
  "<summary>",
  "</summary>",
  "</details>",
  "<code>",
  "</code>",
  "<pre>",
  "</pre>",
  "<table>",
  "<div>",
  "<!--",
  "-->",
  "<!-- swarm-actions:x -->",
  "<script>",
  "<br>",
  "`",
  "``",
  "```",
  "\n```\n",
  "\n```mermaid\n",
  "\n~~~ suggestion\n",
  "\n",
  "\n\n",
  "    ",
  "\n    ",
  "> ",
  "\n> ",
  "- ",
  "\n- ",
  "1. ",
  "# ",
  "*",
  "**",
  "_",
  "~~",
  "|",
  "\n|a|b|\n|-|-|\n|",
  "\\",
  "\\|",
  "&lt;",
  "&#8203;",
  "&#x202e;",
  "\u200b",
  "\u202e",
  "word",
  " ",
  "  \n",
  "!",
  "<",
  ">",
  "&",
  "é",
  "😀",
  "[^1]",
  "\n[^1]: ",
  "$",
  "***",
];
const hostile = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => stripHidden(parts.join("")).text);

const render = (markdown: string): string =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

const withoutCode = (html: string): string =>
  html
    .replace(/<pre><code[^>]*>[\s\S]*?<\/code><\/pre>/g, "")
    .replace(/<code>[^<]*<\/code>/g, "\u0000")
    // GitHub looks for nobody in the text of a link.
    .replace(/(<a href="(https?:[^"]*)">)\2(<\/a>)/g, "$1$3");
const ours =
  /^<\/?(?:details|details open|summary|sub|sup|br|code|pre|table|thead|tbody|tr|th|td)\s?\/?>$/i;
const rendered =
  /^<\/?(?:p|h[1-6]|em|strong|del|ul|ol|li|blockquote|hr|input|section|a)(?: [^>]*)?>$|^<(?:th|td|br) ?[^>]*>$/;
const decode = (html: string): string => decodeString(html.replaceAll("\\", "\\\\"));

test("whatever goes in, nothing that comes out links, notifies, fetches or is foreign HTML", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { markdown } = makeHarmless(text, hosts);
      const html = withoutCode(render(markdown));
      for (const [, href = ""] of html.matchAll(/href="([^"]*)"/g)) {
        if (href.startsWith("#")) continue;
        expect(decode(href)).toMatch(
          /^https?:\/\/(?:ok\.test|github\.com|[a-z.]+\.docs\.test)(?:[/?#]|$)/,
        );
        expect(decode(href)).not.toMatch(/\/(?:issues|pull)\//);
      }
      for (const [tag] of html.matchAll(/<[^>]*>/g))
        expect(ours.test(tag) || rendered.test(tag), tag).toBe(true);
      for (const words of html.split(/<[^>]*>/)) {
        expect(decode(words)).not.toMatch(
          /(?<!\w)@[a-z\d]|#\d|(?<![a-z\d])gh-\d|:\/\/(?!ok\.test|github\.com\/)|www\./i,
        );
      }
    }),
    { numRuns: 1000 },
  );
});

test("what is harmless is left as it is", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const once = makeHarmless(text, hosts).markdown;
      expect(makeHarmless(once, hosts)).toEqual({ markdown: once, changes: [] });
    }),
    { numRuns: 400 },
  );
});
