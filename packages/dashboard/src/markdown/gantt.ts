import { fenceOf } from "@swarm-actions/core";
import type { WorkerReport } from "@swarm-actions/swarm";
import { type Bar, type BarKind, type Row, type Timeline, timelineOf } from "../timeline.ts";

/** A diagram of more rows cannot be read, and one of 50,000 characters is not drawn at all. */
const mostRows = 24;
const mostBars = 12;

/** Mermaid knows four looks of a bar; each kind has its own. */
const looks: Readonly<Record<BarKind, string>> = {
  own: "",
  stolen: "active, ",
  speculative: "done, ",
  recovered: "crit, ",
};

/**
 * Who did what when, as a Gantt diagram that GitHub draws. Nothing that a worker wrote is in it but
 * numbers.
 */
export function ganttSection(workers: readonly WorkerReport[]): string | null {
  const timeline = timelineOf(workers, { mostRows, mostBars });
  if (!timeline.rows.some(({ bars }) => bars.length > 0)) return null;
  return ["### Timeline", "", fenceOf(diagram(timeline), "mermaid"), "", legend(timeline)].join(
    "\n",
  );
}

function diagram({ rows, end }: Timeline): string[] {
  return [
    "---",
    "displayMode: compact",
    "---",
    "gantt",
    "  dateFormat YYYY-MM-DD HH:mm:ss.SSS",
    `  axisFormat ${end < 3600 ? "%M:%S" : "%H:%M:%S"}`,
    ...rows.flatMap(section),
  ];
}

function section({ name, bars, isLost }: Row): string[] {
  if (bars.length === 0) return [];
  return [`  section ${name}${isLost ? " (lost)" : ""}`, ...bars.map(line)];
}

/** The numbers stand for tasks. A bar of no length at all would be no bar. */
function line({ from, to, kind, tasks }: Bar): string {
  const length = Math.max(1, Math.round((to - from) * 1000));
  return `  ${tasks} :${looks[kind]}${moment(from)}, ${length}ms`;
}

/** Mermaid wants a date; any would do, as its axis shows only the time. */
function moment(seconds: number): string {
  const time = new Date(Date.UTC(2000, 0, 1) + Math.round(seconds * 1000));
  return time.toISOString().replace("T", " ").replace("Z", "");
}

function legend({ omitted, isMerged }: Timeline): string {
  const parts = [
    "Each bar is a block with the number of its tasks: blue the worker's own, light blue stolen, grey a speculative copy, red recovered in a further round.",
    isMerged ? "Neighbouring blocks are drawn as one." : "",
    omitted > 0 ? `${omitted} more workers, which ended earlier, are in the page.` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
