import { cutText } from "@swarm-actions/core";
import { html, type SafeHtml } from "./html.ts";

const codeInText = /`([^`\n]{1,300})`/g;

/** An agent's words: `code` as code, everything else literal, empty lines between paragraphs. */
export function messageOf(text: string, limit = 4000): SafeHtml {
  const paragraphs = cutText(text, limit)
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/);
  return html`${paragraphs.map((paragraph) => html`<p class="message">${inline(paragraph)}</p>`)}`;
}

/** One line of words with its `code`. */
export function inline(text: string): SafeHtml[] {
  const pieces: SafeHtml[] = [];
  let from = 0;
  for (const match of text.matchAll(codeInText)) {
    pieces.push(html`${text.slice(from, match.index)}<code>${match[1] ?? ""}</code>`);
    from = match.index + match[0].length;
  }
  return [...pieces, html`${text.slice(from)}`];
}
