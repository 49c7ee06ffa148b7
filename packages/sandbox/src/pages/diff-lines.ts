import type { SafeHtml } from "@swarm-actions/display";
import type { Hunk, HunkLine } from "../operations/git/hunks.ts";
import { html } from "./html.ts";

const kinds = new Map([
  ["+", { name: "added", sign: "+" }],
  ["-", { name: "deleted", sign: "−" }],
]);
const context = { name: "context", sign: " " };

/** Lines of a hunk with their numbers on both sides; a marked one is what is talked about. */
export function diffLines(
  lines: readonly HunkLine[],
  isMarked: (line: HunkLine) => boolean = () => false,
): SafeHtml {
  return html`<pre class="diff">${lines.map((line) => diffLine(line, isMarked(line)))}</pre>`;
}

function diffLine({ text, left, right }: HunkLine, marked: boolean): SafeHtml {
  if (text.startsWith("\\")) return html`<span class="line gap">${text.slice(2)}\n</span>`;
  const { name, sign } = kinds.get(text.charAt(0)) ?? context;
  const code = text.slice(1).replace(/\r$/, "").replaceAll("\t", "    ");
  const numbers = html`<i>${left}</i><i>${right}</i>`;
  const line = html`${numbers}<i class="sign">${sign}</i><code>${code}\n</code>`;
  return marked
    ? html`<mark class="line ${name}">${line}</mark>`
    : html`<span class="line ${name}">${line}</span>`;
}

/** Where a hunk begins, as git says it. */
export function hunkHeader({ header }: Hunk): SafeHtml {
  return html`<p class="hunk"><code>${header}</code></p>`;
}
