/** Type, page and header. */
export const base = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink); overflow-wrap: anywhere;
  font: 0.9375rem/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
h1, h2, h3, h4, h5, h6, p, ul, ol, figure, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 1.625rem; line-height: 1.25; font-weight: 600; text-wrap: balance; }
h2 { font-size: 1.125rem; font-weight: 650; margin: 2rem 0 0.75rem; }
h3, .comment > h4 { font-size: 0.875rem; font-weight: 400; }
small { font-size: 0.8125rem; color: var(--muted); font-weight: 400; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.8125rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
summary { cursor: pointer; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.notice { background: var(--notice); color: var(--on-notice); padding: 0.375rem 1rem; text-align: center; font-size: 0.8125rem; font-weight: 600; }
.page { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem 4rem; }
.top { padding-top: 1.5rem; display: grid; gap: 0.5rem; }
.facts, .none, .number { color: var(--muted); }
.number { font-weight: 400; }
.top code, .commits code { background: var(--soft); border-radius: 4px; padding: 0.125rem 0.375rem; }
.state { display: inline-block; border-radius: 2rem; padding: 0.0625rem 0.75rem; font-weight: 600; margin-right: 0.375rem; background: var(--idle); color: var(--on-state); }
.state.open { background: var(--good); }
.state.closed { background: var(--bad); }
.state.merged { background: var(--merged); }
.tag { display: inline-block; border: 1px solid var(--line); border-radius: 1rem; padding: 0 0.4375rem; font-size: 0.75rem; line-height: 1.375; color: var(--muted); background: var(--card); }
.tag.resolved { color: var(--good); border-color: currentColor; }
.labels { display: flex; flex-wrap: wrap; gap: 0.375rem; }
.label { border-radius: 1rem; padding: 0 0.625rem; font-size: 0.75rem; line-height: 1.5rem; font-weight: 600; background: var(--soft); }
.top nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
.list { display: grid; gap: 0.5rem; }
@media (max-width: 40rem) { .page { padding: 0 0.75rem 3rem; } h1 { font-size: 1.3125rem; } }
@media print { .top nav { display: none; } details::details-content { content-visibility: visible; display: block; } }
`;
