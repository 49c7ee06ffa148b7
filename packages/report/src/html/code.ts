import { counted, html, type SafeHtml } from "@swarm-actions/display";
import type { CodeFrame, FrameLine } from "../code-frame.ts";
import type { SuggestedEdit } from "../suggestion.ts";

const signs = { added: "+", deleted: "−", context: " " } as const;

/** The code a finding is about; its own lines are marked, changed ones signed and coloured. */
export function codeBlock(frame: CodeFrame): SafeHtml {
  const rest = frame.omitted === 0 ? null : moreLines(frame.omitted);
  return html`<pre class="code">${frame.lines.map(codeLine)}${rest}</pre>`;
}

function codeLine({ number, text, kind, marked }: FrameLine): SafeHtml {
  const line = html`<b>${number}</b><i>${signs[kind]}</i><code>${text}
</code>`;
  return marked
    ? html`<mark class="line ${kind}">${line}</mark>`
    : html`<span class="line ${kind}">${line}</span>`;
}

/** What is suggested, against what stands there now. */
export function editBlock(edit: SuggestedEdit): SafeHtml {
  const lines = edit.lines.map(
    ({ kind, text }) => html`<span class="line ${kind}"><i>${signs[kind]}</i><code>${text}
</code></span>`,
  );
  const rest = edit.omitted === 0 ? null : moreLines(edit.omitted);
  return html`<figure class="edit"><figcaption>Suggestion</figcaption><pre class="code">${lines}${rest}</pre></figure>`;
}

function moreLines(count: number): SafeHtml {
  return html`<span class="line more">… ${counted(count, "more line")}</span>`;
}
