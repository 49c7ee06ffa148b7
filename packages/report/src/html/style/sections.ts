/** Coverage, agents and cost. */
export const sections = `
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.8125rem; color: var(--muted); margin-bottom: 0.5rem; }
.key { width: 1.125rem; height: 0.625rem; vertical-align: -0.0625rem; }
.map { font-size: 0.8125rem; }
.map li { display: grid; grid-template-columns: minmax(8rem, 18rem) minmax(6rem, 1fr) minmax(9rem, 15rem); gap: 1rem; align-items: center; padding: 0.1875rem 0; border-top: 1px solid var(--line); }
.map .path { overflow-wrap: anywhere; }
.map svg { width: 100%; height: 0.75rem; }
.map .sum { color: var(--muted); }
line.reviewed { stroke: var(--reviewed); }
line.carried { stroke: var(--carried); }
line.excluded { stroke: var(--info-edge); }
line.missed { stroke: var(--missed); stroke-dasharray: 2 1.5; }
.agents .num { padding-right: 1.5rem; }
.time { width: 45%; }
.time svg { width: calc(100% - 5.5rem); height: 0.5rem; vertical-align: middle; }
.time rect { fill: var(--time); }
.time span { display: inline-block; width: 5.25rem; padding-left: 0.5rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.notes td { border-top: 0; padding-top: 0; font-size: 0.8125rem; color: var(--muted); }
.notes p { border-left: 2px solid var(--line); padding-left: 0.75rem; }
.notes b { color: var(--ink); }
@media (max-width: 56rem) {
  .map li { grid-template-columns: minmax(0, 1fr); gap: 0.125rem; padding: 0.4375rem 0; }
  .time { width: 24%; }
  .time svg { display: none; }
  .time span { padding-left: 0; width: auto; }
  .agents .num { padding-right: 0.75rem; }
}
`;
