/** The timeline, comments, threads, checks and files. */
export const conversation = `
.avatar { display: inline-grid; place-items: center; width: 1.5rem; height: 1.5rem; margin-right: 0.5rem; border-radius: 50%; background: var(--soft); border: 1px solid var(--line); font-size: 0.75rem; font-weight: 600; }
.timeline { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; margin-top: 1.25rem; }
.entry { border-left: 2px solid var(--line); padding-left: 1rem; }
.entry.comment, .entry:has(> .comment) { border-left-color: transparent; padding-left: 0; }
.comment { background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.comment > h3, .comment > h4 { background: var(--soft); border-bottom: 1px solid var(--line); border-radius: 7px 7px 0 0; padding: 0.375rem 0.875rem; }
.comment > details { padding: 0.5rem 0.875rem; }
.markdown { padding: 0.75rem 0.875rem; }
.markdown > * + * { margin-top: 0.625rem; }
.markdown :is(h4, h5, h6) { font-size: 1rem; font-weight: 650; }
.markdown h4 { font-size: 1.125rem; }
.markdown :is(ul, ol) { padding-left: 1.5rem; list-style: revert; }
.markdown blockquote { margin-inline: 0; padding-left: 0.875rem; border-left: 3px solid var(--line); color: var(--muted); }
.markdown code { background: var(--soft); border-radius: 4px; padding: 0.0625rem 0.25rem; }
.markdown pre { background: var(--soft); border-radius: 6px; padding: 0.625rem 0.75rem; white-space: pre-wrap; }
.markdown pre code { padding: 0; background: none; }
.markdown details > * + * { margin-top: 0.5rem; }
.markdown dl { margin: 0; } .markdown dd { margin-left: 1rem; }
.stand-in { color: var(--muted); }
.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; font-size: 0.875rem; overflow-wrap: normal; }
th, td { border: 1px solid var(--line); padding: 0.25rem 0.625rem; text-align: left; vertical-align: top; }
th { font-weight: 600; background: var(--soft); }
.reactions { display: flex; flex-wrap: wrap; gap: 0.375rem; padding: 0 0.875rem 0.75rem; }
.reactions li { border: 1px solid var(--line); border-radius: 1rem; padding: 0 0.5rem; font-size: 0.8125rem; }
.commits { margin-top: 0.375rem; }
.commits li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding-left: 2rem; }
.approved { color: var(--good); } .changes_requested { color: var(--bad); }
.entry.review > .markdown { padding: 0.375rem 0 0 2rem; }
.thread { margin-top: 0.75rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.thread > .place, .thread > summary { padding: 0.4375rem 0.875rem; background: var(--soft); border-radius: 7px; }
.thread[open] > summary, .thread > .place { border-bottom: 1px solid var(--line); border-radius: 7px 7px 0 0; }
.thread .comment { border: 0; border-top: 1px solid var(--line); border-radius: 0; background: none; }
.thread .comment > h4 { background: none; border: 0; padding-bottom: 0; }
.hunk { background: var(--soft); color: var(--muted); padding: 0.125rem 0.75rem; border-bottom: 1px solid var(--line); }
.diff { line-height: 1.5; tab-size: 4; }
.line { display: grid; grid-template-columns: 2.75rem 2.75rem 1.25rem minmax(0, 1fr); color: inherit; background: none; border-left: 3px solid transparent; }
.line i { font-style: normal; text-align: right; padding-right: 0.625rem; color: var(--sign); user-select: none; font-size: 0.75rem; line-height: 1.625; }
.line i.sign { padding: 0; text-align: center; font-size: inherit; line-height: inherit; }
.line code { white-space: pre-wrap; overflow-wrap: anywhere; font-size: inherit; }
.line.gap { display: block; color: var(--muted); padding-left: 7rem; font-size: 0.75rem; }
.line.added { background: var(--added); } .line.deleted { background: var(--deleted); }
mark.line { border-left-color: var(--mark-edge); }
mark.line.context { background: var(--marked); }
mark.line.added { background: var(--added-marked); } mark.line.deleted { background: var(--deleted-marked); }
.suggestion { border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.suggestion figcaption { padding: 0.25rem 0.75rem; font-size: 0.8125rem; color: var(--muted); border-bottom: 1px solid var(--line); }
.suggestion pre.diff { padding: 0; border-radius: 0; background: none; }
.suggestion .line { grid-template-columns: 1.75rem minmax(0, 1fr); }
.checks, .files { background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.checks:empty, .files:empty { display: none; }
.checks > li, .files > * { padding: 0.5rem 0.875rem; }
.checks > li + li, .files > * + * { border-top: 1px solid var(--line); }
.files > details { padding: 0; } .files > details > summary { padding: 0.5rem 0.875rem; }
.mark { font-weight: 700; color: var(--idle); margin-right: 0.5rem; }
.mark.good { color: var(--good); } .mark.bad { color: var(--bad); }
@media (max-width: 40rem) {
  .line { grid-template-columns: 2rem 2rem 1rem minmax(0, 1fr); }
  .line i { padding-right: 0.25rem; }
  .entry { padding-left: 0.625rem; }
  .commits li, .entry.review > .markdown { padding-left: 0; }
}
`;
