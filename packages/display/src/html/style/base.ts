/** Type, page and landmarks. */
export const base = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 0 1.5rem 3rem; max-width: 80rem; background: var(--page); color: var(--ink);
  font: 0.9375rem/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: anywhere;
}
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.8125rem; }
h1, h2, h3, h4, p, ul, dl, dd, figure, fieldset, pre { margin: 0; padding: 0; }
ul { list-style: none; }
fieldset { border: 0; min-width: 0; }
h1 { font-size: 1.5rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 1.125rem; line-height: 1.3; font-weight: 650; }
h3 { font-size: 0.875rem; font-weight: 600; }
h4 { font-size: 0.9375rem; font-weight: 650; line-height: 1.35; }
small { font-size: 0.8125rem; color: var(--muted); font-weight: 400; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
h2:focus { outline: none; }
[hidden] { display: none !important; }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--card); padding: 0.5rem 0.75rem; z-index: 2; }
.top { padding: 2rem 0 1.25rem; }
.brand { color: var(--muted); font-size: 0.8125rem; margin-bottom: 0.25rem; }
.facts { color: var(--muted); margin-top: 0.375rem; }
.lead { color: var(--muted); margin: 0.25rem 0 0.75rem; max-width: 46rem; }
.none { color: var(--muted); margin: 0.5rem 0; }
.verdict {
  display: grid; grid-template-columns: auto 1fr auto; gap: 0.25rem 1rem; align-items: start;
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.125rem 1.25rem;
}
.verdict h2 { font-size: 1.25rem; }
.verdict p { max-width: 44rem; margin-top: 0.125rem; }
.verdict .sign {
  width: 2.25rem; height: 2.25rem; border-radius: 50%; display: grid; place-items: center;
  font-weight: 700; font-size: 1.125rem; border: 2px solid currentColor; color: var(--bad);
}
.verdict.clean .sign { color: var(--good); }
.verdict.findings .sign { color: var(--high); }
.reasons { margin-top: 0.375rem; color: var(--muted); }
.reasons li { padding-left: 1em; text-indent: -1em; }
.reasons li::before { content: "· "; font-weight: 700; }
.tally { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; justify-content: flex-end; padding-top: 0.125rem; }
.tally li { display: grid; justify-items: center; gap: 0.125rem; }
.tally b { font-size: 1.375rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.columns { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 2rem; margin-top: 1.5rem; }
.side { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; padding: 2px; font-size: 0.875rem; }
.side nav > ul > li { margin: 0.25rem 0; }
.side nav a { text-decoration: none; }
.side nav a:hover { text-decoration: underline; }
.files { margin: 0.25rem 0 0.5rem; border-left: 1px solid var(--line); }
.files li { padding-left: 0.75rem; font-size: 0.8125rem; }
.files a { display: flex; justify-content: space-between; gap: 0.5rem; color: var(--ink); padding: 0.0625rem 0; }
.content > section { margin-bottom: 2.25rem; }
footer { border-top: 1px solid var(--line); padding-top: 0.75rem; color: var(--muted); font-size: 0.8125rem; }
@media (max-width: 56rem) {
  body { padding: 0 1rem 2rem; }
  .top { padding-top: 1.25rem; }
  .columns { grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
  .side { position: static; max-height: none; }
  .side nav { display: none; }
  .verdict { grid-template-columns: auto 1fr; padding: 1rem; }
  .tally { grid-column: 1 / -1; justify-content: flex-start; gap: 0.5rem 0.75rem; padding-top: 0.625rem; }
}
`;
