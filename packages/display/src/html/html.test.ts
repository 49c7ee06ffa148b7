import { describe, expect, it } from "vitest";
import { createHtml, html, trusted } from "./html.ts";

describe("html", () => {
  it("escapes whatever is put into it", () => {
    const text = `<script>"'&`;
    expect(html`<p title="${text}">${text}</p>`.text).toBe(
      '<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>',
    );
  });

  it("takes its own HTML and lists as they are, numbers as they are written, null as nothing", () => {
    const items = ["a<b", "c"].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>${3}${null}${["<", 1]}`.text).toBe(
      "<ul><li>a&lt;b</li><li>c</li></ul>3&lt;1",
    );
  });

  it("shows characters that could not be seen", () => {
    expect(html`${"a\u202E\u001b"}`.text).toBe("a\\u{202E}␛");
  });

  it("does not take text that looks like its HTML for it", () => {
    const fake = JSON.parse('{"text":"<b>"}') as string;
    expect(() => html`${fake}`).toThrow();
    expect(html`${trusted("<b>")}`.text).toBe("<b>");
  });
});

it("a template of one's own shows text in its own way, and escapes it all the same", () => {
  const loud = createHtml((text) => text.toUpperCase());
  expect(loud`<b>${"a<"}</b>${html`<i>${"b"}</i>`}`.text).toBe("<b>A&lt;</b><i>b</i>");
});
