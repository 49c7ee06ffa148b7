import { html, inline, type SafeHtml, visibleLine } from "@swarm-actions/display";
import type { MissingTask, SwarmReport } from "@swarm-actions/swarm";
import { dataTable } from "./data-table.ts";

const most = 1000;

/** What has no result and why, and what was done and says no. */
export function coverageSection({ coverage }: SwarmReport): SafeHtml {
  const { missing, failed } = coverage;
  return html`<section aria-labelledby="coverage"><h2 id="coverage">Coverage</h2>
${missing.length + failed.length > 0 ? null : html`<p class="none">No task is missing, and none failed.</p>`}
${missing.length === 0 ? null : html`<h3 class="part">Missing tasks</h3>${missingTable(missing)}`}
${failed.length === 0 ? null : html`<h3 class="part">Failed tasks</h3>${failedTable(failed)}`}</section>`;
}

function missingTable(missing: readonly MissingTask[]): SafeHtml {
  return dataTable<MissingTask>({
    label: "Missing tasks",
    noun: "task",
    most,
    items: missing,
    columns: [
      { name: "Task", cell: ({ key }) => html`<code>${visibleLine(key)}</code>` },
      { name: "Why", cell: ({ why }) => html`${inline(why)}` },
    ],
  });
}

function failedTable(failed: readonly string[]): SafeHtml {
  return dataTable<string>({
    label: "Failed tasks",
    noun: "task",
    most,
    items: failed,
    columns: [{ name: "Task", cell: (key) => html`<code>${visibleLine(key)}</code>` }],
  });
}
