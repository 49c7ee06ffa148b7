import { counted, html, inline, type SafeHtml } from "@swarm-actions/display";
import type { CoverageEntry, ReviewResult } from "@swarm-actions/review";
import {
  coverageSentence,
  coverageStatus,
  coverageWords,
  incrementalSentence,
} from "../wording.ts";
import { coverageByFile, type FileCoverage } from "./coverage-map.ts";

const mostBars = 120;
const mostStretches = 80;
const mostRows = 4000;

type Status = CoverageEntry["coverage"]["status"];

const statuses = ["reviewed", "carried", "excluded", "missed"] as const satisfies Status[];

/** What was looked at and what was not: a bar a file, then the same as a table. */
export function coverageSection(result: ReviewResult): SafeHtml {
  const files = coverageByFile(result.coverage.entries);
  const widest = Math.max(1, ...files.slice(0, mostBars).map(({ lines }) => lines));
  const more = files.length - mostBars;
  return html`<section aria-labelledby="coverage"><h2 id="coverage">Coverage</h2>
<p class="lead">${coverageSentence(result)} ${incrementalSentence(result)}</p>
${files.length === 0 ? null : legend()}
<ul class="map">${files.slice(0, mostBars).map((file) => bar(file, widest))}</ul>
${more > 0 ? html`<p class="none">${counted(more, "more file")} in the table.</p>` : null}
${files.length === 0 ? null : table(result.coverage.entries)}</section>`;
}

function legend(): SafeHtml {
  const items = statuses.map(
    (status) =>
      html`<li><svg class="key" viewBox="0 0 14 10" aria-hidden="true">${block(status, 0, 14)}</svg> ${coverageStatus[status]}</li>`,
  );
  return html`<ul class="legend" aria-label="What the bars mean">${items}</ul>`;
}

function bar(file: FileCoverage, widest: number): SafeHtml {
  const scale = 300 / widest;
  let x = 0;
  const blocks = file.stretches.slice(0, mostStretches).map(({ status, lines }) => {
    const from = x;
    x += Math.max(2, lines * scale);
    return block(status, from, Math.max(1, x - from - 0.6));
  });
  return html`<li><span class="path">${file.path}</span><svg viewBox="0 0 300 10" preserveAspectRatio="none" aria-hidden="true">${blocks}</svg><span class="sum">${summary(file)}</span></li>`;
}

const heights = { reviewed: 10, carried: 5, excluded: 2, missed: 10 } as const;

/** The kinds differ in height, and what was missed by its stripes, as well as in colour. */
function block(status: Status, x: number, width: number): SafeHtml {
  const [from, to] = [x.toFixed(1), (x + width).toFixed(1)];
  return html`<line class="${status}" x1="${from}" x2="${to}" y1="5" y2="5" stroke-width="${heights[status]}"/>`;
}

function summary({ entries }: FileCoverage): string {
  const having = (status: Status): number =>
    entries.filter(({ coverage }) => coverage.status === status).length;
  const parts = statuses
    .map((status) => ({ status, count: having(status) }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${coverageStatus[status]}`);
  return parts.join(", ");
}

function table(entries: readonly CoverageEntry[]): SafeHtml {
  const more = entries.length - mostRows;
  return html`<details><summary>As a table <small>${counted(entries.length, "part")}</small></summary>
<table><thead><tr><th scope="col">File</th><th scope="col">Lines</th><th scope="col">Status</th><th scope="col">By whom, or why not</th></tr></thead>
<tbody>${entries.slice(0, mostRows).map((entry) => row(entry))}</tbody></table>
${more > 0 ? html`<p class="none">${counted(more, "more part")} in the JSON report.</p>` : null}</details>`;
}

function row(entry: CoverageEntry): SafeHtml {
  const { path, hunk, newStart, newCount, coverage } = entry;
  const lines = hunk === null ? "whole" : `${newStart}–${newStart + Math.max(0, newCount - 1)}`;
  const why = coverage.status === "reviewed" ? coverage.agents.join(", ") : coverageWords(coverage);
  return html`<tr><th scope="row"><code>${path}</code></th><td class="num">${lines}</td><td>${coverageStatus[coverage.status]}</td><td>${inline(why)}</td></tr>`;
}
