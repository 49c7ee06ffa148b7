import { html, type SafeHtml, visibleLine } from "@swarm-actions/display";
import type { SwarmReport } from "@swarm-actions/swarm";
import { type JobRow, jobRows, type WorkerWork } from "../job-rows.ts";
import { amount, lasting } from "../units.ts";
import { type Column, dataTable } from "./data-table.ts";

const most = 1000;

/** What each job did, and what it is billed for. */
export function workersSection(report: SwarmReport): SafeHtml {
  const rows = jobRows(report);
  return html`<section aria-labelledby="workers"><h2 id="workers">Workers</h2>
${rows.length === 0 ? html`<p class="none">No worker told what it did.</p>` : table(rows)}</section>`;
}

function table(rows: readonly JobRow[]): SafeHtml {
  return dataTable<JobRow>({
    label: "Workers and other jobs",
    noun: "job",
    most,
    items: rows,
    columns: [
      { name: "Job", cell: nameCell },
      counted("Tasks", ({ tasks }) => tasks),
      counted("Blocks", ({ blocks }) => blocks),
      counted("Claims", ({ claims }) => claims),
      counted("Conflicts", ({ conflicts }) => conflicts),
      counted("Stolen", ({ steals }) => steals),
      {
        name: "Busy",
        cell: ({ worker }) => (worker === null ? "" : lasting(worker.busySeconds)),
        number: ({ worker }) => worker?.busySeconds ?? -1,
      },
      billed("Job", ({ seconds }) => seconds, lasting),
      billed(
        "Billed",
        ({ minutes }) => minutes,
        (minutes) => `${amount(minutes)} min`,
      ),
    ],
  });
}

function nameCell({ name, worker }: JobRow): SafeHtml {
  const lost = worker === null || worker.isDone ? null : html` <b class="lost">lost</b>`;
  return html`${visibleLine(name)}${lost}`;
}

function counted(name: string, of: (worker: WorkerWork) => number): Column<JobRow> {
  return {
    name,
    cell: ({ worker }) => (worker === null ? "" : amount(of(worker))),
    number: ({ worker }) => (worker === null ? -1 : of(worker)),
  };
}

function billed(
  name: string,
  of: (bill: NonNullable<JobRow["bill"]>) => number,
  write: (value: number) => string,
): Column<JobRow> {
  return {
    name,
    cell({ bill }) {
      if (bill === null) return "";
      return `${bill.known === "all" ? "" : "≥ "}${write(of(bill))}`;
    },
    number: ({ bill }) => (bill === null ? -1 : of(bill)),
  };
}
