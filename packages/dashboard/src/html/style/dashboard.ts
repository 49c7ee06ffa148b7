/** What only this page has: lanes of workers, curves, tables that can be sorted. */
export const dashboard = `
:root { --own: #4f7ac7; --stolen: #2f8a63; --speculative: #6b7480; --recovered: #b3620a; }
@media (prefers-color-scheme: dark) { :root { --own: #7ea2e8; --stolen: #5cc291; --speculative: #98a2ad; --recovered: #e39a4a; } }
.badge { display: inline-block; padding: 0 0.5rem; border-radius: 4px; font-size: 0.75rem; line-height: 1.375rem; font-weight: 600; white-space: nowrap; }
.badge.high { background: var(--high); color: var(--on-strong); }
.badge.info { background: var(--info); color: var(--on-info); }
.verdict.complete .sign { color: var(--high); }
.part { margin: 1rem 0 0.25rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.8125rem; color: var(--muted); margin-bottom: 0.5rem; }
.key { width: 1.125rem; height: 0.625rem; vertical-align: -0.0625rem; }
.axis, .lanes li { display: grid; grid-template-columns: minmax(6rem, 11rem) minmax(8rem, 1fr) 5.5rem; gap: 0.75rem; align-items: center; font-size: 0.8125rem; }
.axis { color: var(--muted); }
.ticks { display: flex; justify-content: space-between; gap: 0.25rem; font-variant-numeric: tabular-nums; }
.lanes li { padding: 0.0625rem 0; border-top: 1px solid var(--line); }
.lanes svg { width: 100%; height: 0.875rem; }
.lanes .sum { color: var(--muted); font-variant-numeric: tabular-nums; white-space: nowrap; }
line.own { stroke: var(--own); }
line.stolen { stroke: var(--stolen); }
line.speculative { stroke: var(--speculative); }
line.recovered { stroke: var(--recovered); stroke-dasharray: 4 2; }
line.waiting { stroke: var(--line); stroke-width: 1; }
.lost, .open { color: var(--bad); font-weight: 600; }
.figures { max-width: 34rem; }
.figures .num { padding-right: 0.75rem; }
.notes { margin: 0.75rem 0; max-width: 46rem; }
.notes li { padding-left: 1em; text-indent: -1em; }
.notes li::before { content: "· "; font-weight: 700; }
.charts { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; }
.charts figure { flex: 1 1 16rem; max-width: 26rem; }
.charts figcaption { font-size: 0.8125rem; color: var(--muted); }
.curve { width: 100%; background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
.curve polyline { fill: none; stroke: var(--own); stroke-width: 1.5; }
.curve circle { fill: var(--own); }
.curve circle.chosen { fill: var(--recovered); }
details { margin-top: 0.5rem; }
summary { cursor: pointer; color: var(--accent); font-size: 0.8125rem; width: fit-content; }
.scroll { overflow: auto; max-height: 34rem; }
.scroll thead th { position: sticky; top: 0; background: var(--page); }
.scroll table { overflow-wrap: normal; }
.scroll th[scope=row] { overflow-wrap: anywhere; min-width: 8rem; }
.scroll td:not(.num) { overflow-wrap: anywhere; min-width: 6rem; }
thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; white-space: nowrap; }
thead button:hover { text-decoration: underline; }
th[aria-sort=ascending] button::after { content: " ▲"; }
th[aria-sort=descending] button::after { content: " ▼"; }
.find { font-size: 0.8125rem; margin: 0.25rem 0; }
.find label { font-weight: 600; }
.find input { font: inherit; font-weight: 400; color: var(--ink); background: var(--card); border: 1px solid var(--info-edge); border-radius: 5px; padding: 0.125rem 0.4375rem; margin-left: 0.25rem; max-width: 100%; }
.find [role=status] { color: var(--muted); }
@media (max-width: 56rem) {
  .axis { display: none; }
  .lanes li { grid-template-columns: minmax(0, 1fr) auto; }
  .lanes svg { grid-column: 1 / -1; grid-row: 2; }
}
@media print { .scroll { overflow: visible; max-height: none; } .find { display: none; } }
`;
