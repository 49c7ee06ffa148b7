/** Tables, and what stands in them. */
export const tables = `
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3125rem 0.75rem 0.3125rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--muted); font-size: 0.8125rem; border-top: 0; }
th.num, td.num { text-align: right; }
tbody th { font-weight: 600; }
tfoot th, tfoot td { font-weight: 650; border-top: 2px solid var(--line); }
details table { font-size: 0.8125rem; }
details tbody th { font-weight: 400; }
thead th, .status { white-space: nowrap; }
.status.failed { color: var(--bad); font-weight: 600; }
@media (max-width: 56rem) {
  th, td { padding-right: 0.5rem; }
}
`;
