/** A part of a run with a name: how long it took, and whether it came to its end. */
export interface Stage {
  readonly name: string;
  /** Milliseconds after the start of the run. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly status: "done" | "failed";
}

const width = 24;

/** The stages as a table whose bars stand where each stage stood in the run. */
export function timelineOf(stages: readonly Stage[]): string {
  if (stages.length === 0) return "";
  const end = Math.max(...stages.map(({ startedAt, durationMs }) => startedAt + durationMs), 1);
  const rows = stages.map((stage) => {
    const status = stage.status === "done" ? "" : " (failed)";
    return `| ${stage.name}${status} | ${seconds(stage.durationMs)} | \`${barOf(stage, end)}\` |`;
  });
  return ["### Timeline", "", "| Stage | Time | |", "|---|---:|---|", ...rows].join("\n");
}

function barOf({ startedAt, durationMs }: Stage, end: number): string {
  const from = Math.min(width - 1, Math.floor((startedAt / end) * width));
  const length = Math.max(1, Math.min(width - from, Math.round((durationMs / end) * width)));
  return `${"·".repeat(from)}${"█".repeat(length)}${"·".repeat(width - from - length)}`;
}

function seconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
