import type { CoverageEntry, ReviewResult } from "@swarm-actions/review";
import { counted } from "../amounts.ts";
import { coverageSentence, coverageWords, incrementalSentence } from "../wording.ts";
import { coverageByFile, type FileCoverage } from "./coverage-map.ts";
import { html, type SafeHtml } from "./html.ts";
import { inline } from "./message.ts";

const mostBars = 120;
const mostStretches = 80;
const mostRows = 4000;

type Words = Readonly<Record<CoverageEntry["coverage"]["status"], string>>;

/** An entry does not say whether it was left out on purpose or missed, but often the counts do. */
function wordsFor({ excluded, missed }: ReviewResult["coverage"]): Words {
  const skipped = missed === 0 ? "left out on purpose" : excluded === 0 ? "missed" : "not reviewed";
  return { reviewed: "reviewed", carried: "carried over", skipped };
}

/** What was looked at and what was not: a bar a file, then the same as a table. */
export function coverageSection(result: ReviewResult): SafeHtml {
  const words = wordsFor(result.coverage);
  const files = coverageByFile(result.coverage.entries);
  const widest = Math.max(1, ...files.slice(0, mostBars).map(({ lines }) => lines));
  const more = files.length - mostBars;
  return html`<section class="${result.coverage.missed === 0 ? "all-wanted" : "some-missed"}" aria-labelledby="coverage"><h2 id="coverage">Coverage</h2>
<p class="lead">${coverageSentence(result)} ${incrementalSentence(result)}</p>
${files.length === 0 ? null : legend(words)}
<ul class="map">${files.slice(0, mostBars).map((file) => bar(file, widest, words))}</ul>
${more > 0 ? html`<p class="none">${counted(more, "more file")} in the table.</p>` : null}
${files.length === 0 ? null : table(result.coverage.entries, words)}</section>`;
}

function legend(words: Words): SafeHtml {
  const items = (["reviewed", "carried", "skipped"] as const).map(
    (status) =>
      html`<li><svg class="key" viewBox="0 0 14 10" aria-hidden="true">${block(status, 0, 14)}</svg> ${words[status]}</li>`,
  );
  return html`<ul class="legend" aria-label="What the bars mean">${items}</ul>`;
}

function bar(file: FileCoverage, widest: number, words: Words): SafeHtml {
  const scale = 300 / widest;
  let x = 0;
  const blocks = file.stretches.slice(0, mostStretches).map(({ status, lines }) => {
    const from = x;
    x += Math.max(2, lines * scale);
    return block(status, from, Math.max(1, x - from - 0.6));
  });
  return html`<li><span class="path">${file.path}</span><svg viewBox="0 0 300 10" preserveAspectRatio="none" aria-hidden="true">${blocks}</svg><span class="sum">${summary(file, words)}</span></li>`;
}

/** The three kinds differ in height as well as in colour. */
function block(status: keyof Words, x: number, width: number): SafeHtml {
  const [y, height] = { reviewed: [0, 10], carried: [2.5, 5], skipped: [4, 2] }[status];
  return html`<rect class="${status}" x="${x.toFixed(1)}" y="${y ?? 0}" width="${width.toFixed(1)}" height="${height ?? 10}"/>`;
}

function summary({ entries }: FileCoverage, words: Words): string {
  const having = (status: keyof Words): number =>
    entries.filter(({ coverage }) => coverage.status === status).length;
  const parts = (["reviewed", "carried", "skipped"] as const)
    .map((status) => ({ status, count: having(status) }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${words[status]}`);
  return parts.join(", ");
}

function table(entries: readonly CoverageEntry[], words: Words): SafeHtml {
  const more = entries.length - mostRows;
  return html`<details><summary>As a table <small>${counted(entries.length, "part")}</small></summary>
<table><thead><tr><th scope="col">File</th><th scope="col">Lines</th><th scope="col">Status</th><th scope="col">By whom, or why not</th></tr></thead>
<tbody>${entries.slice(0, mostRows).map((entry) => row(entry, words))}</tbody></table>
${more > 0 ? html`<p class="none">${counted(more, "more part")} in the JSON report.</p>` : null}</details>`;
}

function row(entry: CoverageEntry, words: Words): SafeHtml {
  const { path, hunk, newStart, newCount, coverage } = entry;
  const lines = hunk === null ? "whole" : `${newStart}–${newStart + Math.max(0, newCount - 1)}`;
  const why = coverage.status === "reviewed" ? coverage.agents.join(", ") : coverageWords(coverage);
  return html`<tr><th scope="row"><code>${path}</code></th><td class="num">${lines}</td><td>${words[coverage.status]}</td><td>${inline(why)}</td></tr>`;
}
