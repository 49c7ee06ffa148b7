import { counted, html, inline, type SafeHtml } from "@swarm-actions/display";
import { changeSize, changeTitle, commitRange } from "../change-facts.ts";
import { countBySeverity, isDisputed } from "../group.ts";
import type { ReviewReport } from "../model.ts";
import { coverageSentence, outcomeSentence, outcomeTitle } from "../wording.ts";

const signs = { clean: "✓", findings: "!", partial: "◐", "not-run": "✕" } as const;

/** What the reader came for: the outcome, why, and how much of what. */
export function verdictSection({ result }: ReviewReport): SafeHtml {
  const counting = result.findings.filter((finding) => !isDisputed(finding));
  const disputed = result.findings.length - counting.length;
  const reasons = result.reasons
    .slice(0, 20)
    .map(({ message }) => html`<li>${inline(message)}</li>`);
  // A title with a count says it already.
  const plainly = counting.length === 0 ? outcomeSentence(result) : null;
  return html`<section class="verdict ${result.outcome}" aria-labelledby="verdict">
<span class="sign" aria-hidden="true">${signs[result.outcome]}</span>
<div><h2 id="verdict">${outcomeTitle(result)}</h2>
<p>${plainly} ${coverageSentence(result)}</p>
${reasons.length === 0 ? null : html`<ul class="reasons">${reasons}</ul>`}</div>
${
  result.findings.length === 0
    ? null
    : html`<ul class="tally" aria-label="Findings by severity">${countBySeverity(counting).map(
        ({ severity, count }) =>
          html`<li><b>${count}</b><span class="badge ${severity}">${severity}</span></li>`,
      )}${disputed === 0 ? null : html`<li><b>${disputed}</b><span class="badge disputed">disputed</span></li>`}</ul>`
}
</section>`;
}

/** Which change it is, and what it took. */
export function pageHeader({ change, result, startedAt }: ReviewReport): SafeHtml {
  const range = commitRange(change);
  const facts = [
    ...changeSize(change),
    counted(result.agents.length, "agent"),
    startedAt === undefined ? null : timeWords(startedAt),
  ].filter((fact) => fact !== null);
  return html`<header class="top"><p class="brand">swarm-actions review</p>
<h1>${changeTitle(change)}</h1>
<p class="facts">${range === null ? null : html`<code>${range}</code> · `}${facts.join(" · ")}</p></header>`;
}

/** `2026-11-22T09:30:00.123Z` as `2026-11-22 09:30 UTC`. */
function timeWords(time: string): string {
  return time.replace(/T(\d\d:\d\d).*Z$/, " $1 UTC");
}
