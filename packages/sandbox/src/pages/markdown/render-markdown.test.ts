import { beforeAll, describe, expect, test } from "vitest";
import { cpuTime } from "../../../../../test/support/cpu-time.ts";
import { loadMarkdown, type RenderMarkdown } from "./render-markdown.ts";

let render: RenderMarkdown;
beforeAll(async () => {
  render = await loadMarkdown();
});
const shown = (markdown: string, place?: Parameters<RenderMarkdown>[1]): string =>
  render(markdown, place).text;

describe("Markdown", () => {
  test("is GitHub's: tables, tasks, strikethrough, footnotes and some HTML", () => {
    expect(shown("a ~~b~~")).toBe("<p>a <del>b</del></p>");
    expect(shown("<details><summary>More</summary>\n\n**b**\n\n</details>")).toMatch(
      /^<details><summary>More<\/summary>\s*<p><strong>b<\/strong><\/p>\s*<\/details>$/,
    );
    expect(shown("- [x] done\n- [ ] open")).toMatch(/☑<\/span> done[\s\S]*☐<\/span> open/);
    expect(shown("|a|\n|-|\n|1|")).toMatch(/^<div class="scroll" tabindex="0"[^>]*><table>/);
  });

  test("hidden markers are not shown", () => {
    expect(shown("<!-- state: abc -->\nWords")).not.toContain("state");
  });

  test("headings fit below the page's, and none is skipped", () => {
    expect(shown("# a\n\n### b\n\n# c\n\n###### d").match(/<h\d/g)).toEqual([
      "<h4",
      "<h5",
      "<h4",
      "<h5",
    ]);
    expect(shown("###### a\n\n# b").match(/<h\d/g)).toEqual(["<h4", "<h4"]);
  });

  test("ids and the links to them belong to one text", () => {
    const note = shown("See[^1].\n\n[^1]: There.", { prefix: "c7-" });
    expect(note).toContain('id="c7-fn-1"');
    expect(note).toContain('href="#c7-fn-1"');
  });

  test("a suggestion is a small diff of the lines it replaces", () => {
    const replaced = ["\tdebugger;"];
    const diff = shown("Better:\n\n```suggestion\nreturn <b>;\n```", { replaced });
    expect(diff).toContain(
      '<figure class="suggestion"><figcaption>Suggested change</figcaption><pre class="diff">' +
        '<span class="line deleted"><i class="sign">−</i><code>    debugger;\n</code></span>' +
        '<span class="line added"><i class="sign">+</i><code>return &#x3C;b>;\n</code></span></pre>',
    );
    expect(shown("```suggestion\n```", { replaced })).not.toContain("added");
  });
});

test.each([
  ["a script", "<script>alert(1)</script>"],
  ["a handler", '<b onclick="alert(1)">x</b>'],
  ["a picture that reports", "![x](https://evil.example/p.png) <img src=x onerror=alert(1)>"],
  ["a frame", '<iframe srcdoc="<b>x</b>"></iframe>'],
  ["a link that runs", "[x](javascript:alert(1)) <a href='JaVaScRiPt:alert(1)'>y</a>"],
  ["style", '<style>*{display:none}</style><p style="display:none">x</p>'],
  ["a form", '<form action="https://evil.example"><button>Go</button><input type=text></form>'],
  ["a vector", '<svg onload=alert(1)><use href="https://evil.example"/></svg>'],
  ["our own classes", '<div class="notice">GitHub</div>'],
  ["a tree that never ends", "<div>".repeat(2_000)],
])("%s is harmless", (_what, markdown) => {
  const found = shown(markdown);
  expect(found).not.toMatch(
    /<(script|img|iframe|style|form|button|input|svg|use)|\son\w+=|javascript:|style=|notice/i,
  );
});

test("what hides or turns text around is named", () => {
  expect(shown("a\u202Eb\u200B")).toBe("<p>a\\u{202E}b\\u{200B}</p>");
});

test("a body of the greatest length is done in time", () => {
  for (const part of ["[", "<a ", "`", "*a_", "![](", "](", "> ", "1. ", "<div>", "|-"]) {
    const started = cpuTime();
    shown(part.repeat(Math.floor(65_536 / part.length)));
    expect(cpuTime() - started, part).toBeLessThan(10_000);
  }
});
