import type { BuiltInAgent } from "@swarm-actions/agents";
import { type Remark, type ReviewTask, severities } from "@swarm-actions/review";
import { addedSourceLines } from "./source-lines.ts";

/** What all agents said about one package's change. */
export interface Measured {
  readonly lines: number;
  readonly remarks: readonly Remark[];
  readonly durationMs: number;
}

export async function measure(
  agents: readonly BuiltInAgent[],
  task: ReviewTask,
): Promise<Measured> {
  const start = performance.now();
  const remarks: Remark[] = [];
  for (const agent of agents) {
    const files = task.files.filter((file) => agent.covers(file));
    if (files.length === 0) continue;
    const answer = await agent.review({ ...task, files }, AbortSignal.timeout(300_000));
    remarks.push(...answer.remarks);
  }
  return { lines: addedSourceLines(task), remarks, durationMs: performance.now() - start };
}

/** Whether a remark counts as noise: medium or worse. */
export function isLoud(remark: Remark): boolean {
  return severities.indexOf(remark.severity) <= severities.indexOf("medium");
}

export function placeText({ place }: Remark): string {
  switch (place.kind) {
    case "change":
      return "(whole change)";
    case "file":
      return place.path;
    case "lines":
      return `${place.path}:${place.startLine}${place.side === "old" ? " (old side)" : ""}`;
  }
}
