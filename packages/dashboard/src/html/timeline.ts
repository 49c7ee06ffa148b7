import { counted, html, type SafeHtml } from "@swarm-actions/display";
import type { WorkerReport } from "@swarm-actions/swarm";
import {
  type Bar,
  type BarKind,
  barKinds,
  barWords,
  type Row,
  type Timeline,
  timelineOf,
} from "../timeline.ts";
import { lasting } from "../units.ts";

const mostRows = 300;
/** Of all rows together. */
const mostBars = 6000;
const width = 1000;

const kindWords: Readonly<Record<BarKind, string>> = {
  own: "own block",
  stolen: "stolen",
  speculative: "speculative copy",
  recovered: "recovered in a further round",
};

/** The kinds differ in height, and what was recovered by its stripes, as well as in colour. */
const heights: Readonly<Record<BarKind, number>> = {
  own: 10,
  stolen: 7,
  speculative: 3,
  recovered: 10,
};

/** Who did what when: a line a worker. The table of workers says the same in numbers. */
export function timelineSection(workers: readonly WorkerReport[]): SafeHtml {
  const rows = Math.max(1, Math.min(workers.length, mostRows));
  const limits = { mostRows, mostBars: Math.max(4, Math.floor(mostBars / rows)) };
  const timeline = timelineOf(workers, limits);
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>
<p class="lead">${leadWords(timeline)}</p>
${timeline.rows.length === 0 ? null : drawing(timeline)}</section>`;
}

function leadWords({ rows, omitted, isMerged }: Timeline): string {
  if (rows.length === 0) return "No worker told what it did.";
  const parts = [
    "A line a worker, from the first that was ready; point at a block to see what it is. The table of workers has the same in numbers.",
    isMerged ? "Neighbouring blocks are drawn as one." : "",
    omitted > 0 ? `${counted(omitted, "worker")} that ended earlier left out.` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function drawing(timeline: Timeline): SafeHtml {
  const scale = width / (timeline.end || 1);
  return html`<ul class="legend" aria-label="What the bars mean">${barKinds.map(key)}</ul>
<div class="axis" aria-hidden="true"><span></span>${axis(timeline.end)}<span></span></div>
<ul class="lanes">${timeline.rows.map((row) => lane(row, scale))}</ul>`;
}

function key(kind: BarKind): SafeHtml {
  return html`<li><svg class="key" viewBox="0 0 14 10" aria-hidden="true">${stroke(kind, 0, 14, null)}</svg> ${kindWords[kind]}</li>`;
}

function axis(end: number): SafeHtml {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => html`<span>${lasting(end * part)}</span>`);
  return html`<span class="ticks">${ticks}</span>`;
}

function lane({ name, bars, ready, ended, isLost }: Row, scale: number): SafeHtml {
  const waiting = html`<line class="waiting" x1="0" x2="${(ready * scale).toFixed(1)}" y1="5" y2="5"/>`;
  const end = isLost ? html`<b class="lost">lost</b>` : lasting(ended);
  return html`<li><span class="path">${name}</span><svg viewBox="0 0 ${width} 10" preserveAspectRatio="none" aria-hidden="true">${waiting}${bars.map((bar) => block(bar, scale))}</svg><span class="sum">${end}</span></li>`;
}

function block(bar: Bar, scale: number): SafeHtml {
  const from = bar.from * scale;
  const to = Math.max(bar.to * scale, from + 1);
  const words = `${barWords(bar)}: ${lasting(bar.from)} to ${lasting(bar.to)}`;
  return stroke(bar.kind, from, to - Math.min(0.8, (to - from) / 3), words);
}

function stroke(kind: BarKind, from: number, to: number, words: string | null): SafeHtml {
  const title = words === null ? null : html`<title>${words}</title>`;
  return html`<line class="${kind}" x1="${from.toFixed(1)}" x2="${to.toFixed(1)}" y1="5" y2="5" stroke-width="${heights[kind]}">${title}</line>`;
}
