import { html, type SafeHtml, visibleLine } from "@swarm-actions/display";
import { type WorkerResult, workerName } from "@swarm-actions/swarm";
import { amount, lasting } from "../units.ts";
import { dataTable } from "./data-table.ts";

const most = 200;

/** How long tasks took, and which took longest; nothing where nobody gave the results. */
export function tasksSection(results: readonly WorkerResult[]): SafeHtml | null {
  if (results.length === 0) return null;
  const sorted = [...results].sort((a, b) => b.result.seconds - a.result.seconds);
  return html`<section aria-labelledby="tasks"><h2 id="tasks">Longest tasks</h2>
<p class="lead">${spreadWords(sorted)}</p>
${table(sorted.slice(0, most))}</section>`;
}

function spreadWords(sorted: readonly WorkerResult[]): string {
  const at = (part: number): string =>
    lasting(sorted[Math.floor((sorted.length - 1) * part)]?.result.seconds ?? null);
  return `Of ${amount(sorted.length)} tasks half took ${at(0.5)} or less, nineteen of twenty ${at(0.05)} or less, the longest ${at(0)}.`;
}

function table(results: readonly WorkerResult[]): SafeHtml {
  return dataTable<WorkerResult>({
    label: "Longest tasks",
    noun: "task",
    most,
    items: results,
    columns: [
      { name: "Task", cell: ({ result }) => html`<code>${visibleLine(result.key)}</code>` },
      { name: "Worker", cell: workerName },
      { name: "Status", cell: ({ result }) => result.status },
      {
        name: "Time",
        cell: ({ result }) => lasting(result.seconds),
        number: ({ result }) => result.seconds,
      },
    ],
  });
}
