/** Findings, their code and their votes; the filter. */
export const findings = `
.badge { display: inline-block; padding: 0 0.5rem; border-radius: 4px; font-size: 0.75rem; line-height: 1.375rem; font-weight: 600; white-space: nowrap; }
.badge.critical { background: var(--critical); color: var(--on-strong); }
.badge.high { background: var(--high); color: var(--on-strong); }
.badge.medium { background: var(--medium); color: var(--on-medium); }
.badge.low { background: var(--low); color: var(--on-low); }
.badge.info, .badge.disputed { background: var(--info); color: var(--on-info); }
.file { margin-top: 1rem; }
.file h3 { position: sticky; top: 0; z-index: 1; background: var(--page); padding: 0.375rem 0; display: flex; gap: 0.5rem; justify-content: space-between; }
.file h3 small { white-space: nowrap; }
.finding {
  --edge: var(--info-edge);
  background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--edge); border-radius: 8px;
  padding: 0.875rem 1rem; margin-bottom: 0.75rem; scroll-margin-top: 2.5rem;
}
.many .file h3 { position: static; }
.many .file { content-visibility: auto; contain-intrinsic-block-size: 20rem; }
.many .finding { content-visibility: auto; contain-intrinsic-block-size: 18rem; }
.finding.critical { --edge: var(--critical); }
.finding.high { --edge: var(--high); }
.finding.medium { --edge: var(--medium-edge); }
.finding.low { --edge: var(--low-edge); }
.finding.disputed { border-style: dashed; border-left-style: solid; --edge: var(--info-edge); }
.finding header { display: flex; flex-wrap: wrap; gap: 0.25rem 0.625rem; align-items: baseline; }
.finding h4 { max-width: calc(100% - 5.5rem); }
.standing { border: 1px solid var(--medium-edge); color: var(--on-medium); background: var(--medium); border-radius: 4px; padding: 0 0.4375rem; font-size: 0.75rem; line-height: 1.25rem; }
.disputed .standing { border-color: var(--info-edge); color: var(--on-info); background: var(--info); }
.place { color: var(--muted); font-size: 0.8125rem; margin: 0.125rem 0 0.5rem; }
.message { max-width: 46rem; }
.message + .message { margin-top: 0.5rem; }
.message code { background: var(--soft); border-radius: 3px; padding: 0.0625rem 0.25rem; }
.code { border: 1px solid var(--line); border-radius: 6px; overflow: hidden; margin-top: 0.625rem; line-height: 1.45; tab-size: 4; }
.line { display: grid; grid-template-columns: 3.25rem 1.25rem minmax(0, 1fr); background: none; color: inherit; border-left: 3px solid transparent; }
.line b { font-weight: 400; color: var(--muted); text-align: right; padding-right: 0.75rem; user-select: none; font-size: 0.75rem; line-height: 1.55; }
.line i { font-style: normal; user-select: none; text-align: center; }
.line code { white-space: pre-wrap; overflow-wrap: anywhere; font-size: inherit; }
.line.added { background: var(--added); } .line.added i { color: var(--added-sign); }
.line.deleted { background: var(--deleted); } .line.deleted i { color: var(--deleted-sign); }
.line.added b, .line.deleted b { color: inherit; opacity: 0.8; }
mark.line { border-left-color: var(--mark-edge); }
mark.line b { color: var(--ink); font-weight: 700; opacity: 1; }
mark.line.added { background: var(--added-marked); } mark.line.deleted { background: var(--deleted-marked); }
mark.line.context { background: var(--marked); }
.line.more { display: block; color: var(--muted); padding-left: 3.75rem; }
.edit { margin-top: 0.625rem; }
.edit figcaption { font-size: 0.8125rem; font-weight: 600; }
.edit .code { margin-top: 0.25rem; }
.edit .line { grid-template-columns: 1.75rem minmax(0, 1fr); }
.votes { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; margin-top: 0.75rem; font-size: 0.8125rem; }
.votes p { font-weight: 600; }
.votes ul { display: flex; flex-wrap: wrap; gap: 0.25rem; }
.chip { border: 1px solid var(--line); border-radius: 1rem; padding: 0.0625rem 0.5625rem; color: var(--muted); }
.chip small { font-size: 0.75rem; color: inherit; }
.chip.yes { background: var(--yes); color: var(--yes-ink); border-color: transparent; }
.chip.no { color: var(--ink); }
.chip.missing { border-style: dashed; }
details { margin-top: 0.5rem; }
.finding details { display: inline-block; margin: 0.5rem 1.25rem 0 0; vertical-align: top; }
.finding details[open] { display: block; }
summary { cursor: pointer; color: var(--accent); font-size: 0.8125rem; width: fit-content; }
details[open] > summary { margin-bottom: 0.375rem; }
dl > div { border-left: 2px solid var(--line); padding-left: 0.75rem; margin-bottom: 0.5rem; }
dt { font-weight: 600; font-size: 0.8125rem; }
dd .message, details > .message { font-size: 0.875rem; }
.filter { border-bottom: 1px solid var(--line); padding-bottom: 0.875rem; margin-bottom: 0.875rem; }
.filter legend { padding: 0; }
.filter legend, .field { font-weight: 600; font-size: 0.8125rem; }
.filter fieldset label { display: flex; gap: 0.375rem; align-items: center; }
.filter fieldset label small { margin-left: auto; }
.field { display: block; margin-top: 0.625rem; }
.field select, .field input, .filter button { font: inherit; font-weight: 400; color: var(--ink); background: var(--card); border: 1px solid var(--info-edge); border-radius: 5px; padding: 0.25rem 0.4375rem; }
.field select, .field input { display: block; width: 100%; margin-top: 0.125rem; }
.field input::placeholder { color: var(--muted); opacity: 1; }
.filter button { font-size: 0.8125rem; margin-top: 0.375rem; cursor: pointer; }
.filter button[aria-pressed=true] { background: var(--low); color: var(--on-low); }
.shown { margin-top: 0.625rem; color: var(--muted); font-size: 0.8125rem; }
input[type=checkbox] { accent-color: var(--accent); margin: 0; }
@media (max-width: 56rem) {
  .filter fieldset { display: flex; flex-wrap: wrap; gap: 0.125rem 1rem; }
  .filter fieldset label small { margin-left: 0; }
  .filter legend { float: left; margin-right: 0.25rem; }
  .finding { padding: 0.75rem; }
  .line { grid-template-columns: 2.25rem 1rem minmax(0, 1fr); }
  .line b { padding-right: 0.4375rem; }
}
`;
