import { wordsOf } from "@swarm-actions/display";
import type { SwarmReport } from "@swarm-actions/swarm";
import { type JobRow, jobRows, type WorkerWork } from "../job-rows.ts";
import { amount, lasting } from "../units.ts";
import { writeTable } from "./list.ts";

const room = { most: 40, characters: 12_000 };

/** What each job did and is billed for; folded, as there may be many. Null: there is none. */
export function workersSection(report: SwarmReport): string | null {
  const rows = jobRows(report);
  if (rows.length === 0) return null;
  const columns = ["Job", "Tasks:", "Blocks:", "Claims:", "Stolen:", "Busy:", "Job:", "Billed:"];
  return [
    "<details><summary>Workers and their bills</summary>",
    "",
    ...writeTable(columns, rows, cells, "job", room),
    "",
    "</details>",
  ].join("\n");
}

function cells({ name, worker, bill }: JobRow): readonly string[] {
  return [
    `${wordsOf(name, 80)}${worker === null || worker.isDone ? "" : " (lost)"}`,
    ...(worker === null ? ["", "", "", "", ""] : workerCells(worker)),
    bill === null ? "" : `${bill.known === "all" ? "" : "≥ "}${lasting(bill.seconds)}`,
    bill === null ? "" : `${bill.known === "all" ? "" : "≥ "}${bill.minutes} min`,
  ];
}

function workerCells({
  tasks,
  blocks,
  claims,
  steals,
  busySeconds,
}: WorkerWork): readonly string[] {
  return [...[tasks, blocks, claims, steals].map(amount), lasting(busySeconds)];
}
