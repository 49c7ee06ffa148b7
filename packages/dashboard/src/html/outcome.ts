import { counted, html, inline, type SafeHtml, visibleLine } from "@swarm-actions/display";
import type { SwarmReport } from "@swarm-actions/swarm";
import type { Dashboard } from "../model.ts";
import { amount, lasting } from "../units.ts";
import { coverageSentence, outcomeTitle, speedSentence } from "../wording.ts";

const signs = { complete: "✓", partial: "◐", failed: "✕" } as const;

/** Which swarm it is. */
export function pageHeader({ report, title }: Dashboard): SafeHtml {
  const { topology, workers, coverage, figures, rounds } = report;
  const facts = [
    topology,
    counted(workers.length, "worker"),
    counted(coverage.tasks, "task"),
    counted(rounds, "round"),
    lasting(figures.makespan),
  ];
  return html`<header class="top"><p class="brand">swarm-actions swarm</p>
<h1>${visibleLine(title ?? report.key)}</h1>
<p class="facts">${title === null ? null : html`<code>${visibleLine(report.key)}</code> · `}${facts.join(" · ")}</p></header>`;
}

/** What the reader came for: whether all is done, and how well. */
export function outcomeSection(report: SwarmReport): SafeHtml {
  const { outcome, coverage, reason } = report;
  const clean = outcome === "complete" && coverage.failed.length === 0;
  return html`<section class="verdict ${clean ? "clean" : outcome}" aria-labelledby="outcome">
<span class="sign" aria-hidden="true">${clean ? signs.complete : outcome === "complete" ? "!" : signs[outcome]}</span>
<div><h2 id="outcome" tabindex="-1">${outcomeTitle(report)}</h2>
<p>${coverageSentence(report)} ${reason === null ? null : inline(reason)}</p>
<p>${speedSentence(report)}</p></div>
<ul class="tally" aria-label="Tasks"><li><b>${amount(coverage.done - coverage.failed.length)}</b><span class="badge info">done</span></li><li><b>${amount(coverage.failed.length)}</b><span class="badge ${coverage.failed.length > 0 ? "high" : "info"}">failed</span></li><li><b>${amount(coverage.missing.length)}</b><span class="badge ${coverage.missing.length > 0 ? "high" : "info"}">missing</span></li></ul>
</section>`;
}
