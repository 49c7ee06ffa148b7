import { type SafeHtml, writeDocument } from "@swarm-actions/display";
import { html } from "./html.ts";

/** A page that runs nothing, so that what got past the sanitizer would still do nothing. */
export function writePage(title: string, styles: string, content: SafeHtml): string {
  const notice = html`<aside class="notice" aria-label="What this is">A local sandbox’s rendering, not GitHub.</aside>`;
  return writeDocument({
    title,
    styles,
    body: html`${notice}
${content}`,
  });
}
