import { expect, test } from "vitest";
import { makeHarmless } from "./make-harmless.ts";

const hosts = ["ok.test", "github.com"];
const harmless = (markdown: string): string => makeHarmless(markdown, hosts).markdown;

test.each([
  ["a mention", "thanks @user!", "thanks `@user`!"],
  ["a mention, escaped, which notifies all the same", "\\@user", "`@user`"],
  ["a mention, as a character reference", "&#64;user &commat;b", "`@user` `@b`"],
  [
    "a mention in a heading, a list and a quote",
    "# @a\n\n- @b\n\n> @c",
    "# `@a`\n\n- `@b`\n\n> `@c`",
  ],
  [
    "a mention in emphasis and in a link",
    "**@a** [@b](https://ok.test)",
    "**`@a`** [`@b`](https://ok.test)",
  ],
  ["a mention in a table", "|a|\n|-|\n|@b \\| c|", "|a|\n|-|\n|`@b` \\| c|"],
  ["a mention beside code", "`x`@user", "`x` `@user`"],
  ["a mention beside a stray backquote", "`@user", "` ``@user``"],
  ["a mention after a backslash that stands for itself", "\\\\@user", "\\\\ `@user`"],
  ["a mention hidden by a character nobody sees", "@&ZeroWidthSpace;user", "`@user`"],
  ["a closing keyword", "This fixes #12.", "This `fixes #12`."],
  ["a link", '[text](https://evil.test/a?b "t")', "text (`https://evil.test/a?b`)"],
  [
    "a link with code in its destination",
    "[a](<https://evil.test/`x`>)",
    "a (`` https://evil.test/`x` ``)",
  ],
  ["a link to nowhere", "[a]()", "a"],
  [
    "a link by reference",
    "[a][r]\n\n[r]: https://evil.test",
    "[a][r]\n\n\\[r]: `https://evil.test`",
  ],
  ["a script", "[a](javascript:alert(1))", "a (`javascript:alert(1)`)"],
  ["a script, encoded", "[a](javascript&colon;alert(1))", "a (`javascript:alert(1)`)"],
  ["a path without a host", "[a](//evil.test) [b](/login)", "a (`//evil.test`) b (`/login`)"],
  [
    "an issue of an allowed host",
    "[a](https://github.com/o/r/issues/1)",
    "a (`https://github.com/o/r/issues/1`)",
  ],
  [
    "addresses",
    "<https://evil.test> www.evil.test a@b.test",
    "`https://evil.test` `www.evil.test` `a@b.test`",
  ],
  [
    "an address in a table",
    "|a|\n|-|\n|https://evil.test/\\|x|",
    "|a|\n|-|\n|`https://evil.test/\\|x`|",
  ],
  ["an image of an allowed host", "![a](https://ok.test/i.png)", "&#33;[a](https://ok.test/i.png)"],
  [
    "an image by reference",
    "![a][r]\n\n[r]: https://evil.test",
    "&#33;[a][r]\n\n\\[r]: `https://evil.test`",
  ],
  [
    "an image in a link",
    "[![a](https://evil.test/i)](https://ok.test)",
    "[&#33;a (`https://evil.test/i`)](https://ok.test)",
  ],
  [
    "HTML",
    "<img src=x onerror=alert(1)> <script>alert(1)</script>",
    "&lt;img src=x onerror=alert(1)> &lt;script>alert(1)&lt;/script>",
  ],
  [
    "a link in HTML",
    'a <a href="https://evil.test">b</a>',
    'a &lt;a href="`https://evil.test">b&lt;/a>`',
  ],
  [
    "a tag of ours with attributes",
    "<details onclick=x> <td style=y>",
    "&lt;details onclick=x> &lt;td style=y>",
  ],
  [
    "a comment that could pass for ours",
    "a <!-- swarm-actions:state 1 -->",
    "a &lt;!-- swarm-actions:state 1 -->",
  ],
  ["a block of HTML", "<div>\n@user\n</div>", "&lt;div>\n`@user`\n&lt;/div>"],
  [
    "words in a block of ours",
    "<details>\n@user https://evil.test\n</details>",
    "<details>\n<code>@user</code> <code>https://evil.test</code>\n</details>",
  ],
  [
    "a drawing with links in it",
    '```mermaid\nclick A "https://evil.test"\n```',
    '```text\nclick A "https://evil.test"\n```',
  ],
  ["a drawing, its name encoded", "~~~ geo&#106;son\n{}\n~~~", "~~~ text\n{}\n~~~"],
  ["a footnote", "[^1]\n\n[^1]: @user", "[^1]\n\n[^1]: `@user`"],
])("%s", (_what, markdown, expected) => {
  expect(harmless(markdown)).toBe(expected);
});

test.each([
  ["plain words", "It's 3 * 4 & 5 < 6, a@b, C#, #tag and 100 %."],
  [
    "allowed links",
    "[a](https://ok.test/x) <https://ok.test> https://github.com/o/r/actions/runs/1",
  ],
  ["code", "`@user #1 https://evil.test <b>`\n\n    @indented #1\n\n~~~ts\n@user\n~~~"],
  [
    "our own HTML",
    "<details open>\n<summary>More</summary>\n\n| a |\n|---|\n| b<br>c |\n\n</details> <sub>x</sub>",
  ],
  ["a suggestion", "```suggestion\n@user fixes #1\n```"],
])("%s stay as they are", (_what, markdown) => {
  expect(makeHarmless(markdown, hosts)).toEqual({ markdown, changes: [] });
});

test("what would take long to read is shown as code", () => {
  const knotty = `${"]".repeat(5000)} \`\`\` @user`;
  expect(harmless(knotty)).toBe(`\`\`\`\`text\n${knotty}\n\`\`\`\``);
  expect(makeHarmless(harmless(knotty), hosts).changes).toEqual([]);
});
