import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { writeDocument } from "./document.ts";
import { html } from "./html.ts";

const page = { title: "A <page>", styles: "p{color:red}", body: html`<main>Hello</main>` };
const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("a page without a program lets its own style take effect and nothing else", () => {
  const document = writeDocument(page);
  expect(document).toContain(
    `content="default-src &#39;none&#39;; style-src ${hashOf(page.styles).replaceAll("'", "&#39;")}; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
  );
  expect(document).toContain("<body>\n<main>Hello</main>\n</body>");
  expect(document).not.toMatch(/script|undefined/);
});

test("the way past the head comes first, the footer and the program last", () => {
  const skip = { id: "main", words: "Skip" };
  const document = writeDocument({ ...page, skip, footer: "Made <here>.", script: "go(1 < 2)" });
  expect(document).toContain(
    '<body>\n<a class="skip" href="#main">Skip</a>\n<main>Hello</main>\n<footer><p>Made &lt;here&gt;.</p></footer>\n<script>go(1 < 2)</script>\n</body>',
  );
  expect(document).toContain(`script-src ${hashOf("go(1 < 2)").replaceAll("'", "&#39;")};`);
});
