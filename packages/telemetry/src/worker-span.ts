import { type WorkerReport, workerName } from "@swarm-actions/swarm";
import { conventions } from "./conventions.ts";
import type { RunFacts } from "./run-facts.ts";
import type { SpanData } from "./span.ts";
import { spanIdOf } from "./trace-ids.ts";

type Worker = Pick<WorkerReport, "worker" | "epoch" | "attempt">;

export function workerSpanId(run: RunFacts, key: string, worker: Worker): string {
  return spanIdOf(run, `worker ${key} ${workerId(worker)}`);
}

/** What a worker is called on the board: its attempt, number and round. */
export function workerId({ worker, epoch, attempt }: Worker): string {
  return `a${attempt}-w${worker}-e${epoch}`;
}

/** One worker, from the start of its job, where that is known, to the last that was heard of it. */
export function workerSpan(
  report: WorkerReport,
  run: RunFacts,
  key: string,
  parentId: string,
): SpanData {
  const { startedAt, readyAt, at, isDone, steals, claims, conflicts } = report;
  const name = workerName(report);
  const from = startedAt ?? readyAt;
  return {
    name,
    kind: "internal",
    id: workerSpanId(run, key, report),
    parentId,
    startedAt: from,
    endedAt: Math.max(from, at),
    attributes: {
      [conventions.ATTR_CICD_PIPELINE_TASK_NAME]: name,
      [conventions.ATTR_CICD_PIPELINE_TASK_RUN_ID]: workerId(report),
      [conventions.ATTR_CICD_PIPELINE_TASK_RUN_RESULT]: isDone ? "success" : "error",
      [conventions.ATTR_CICD_WORKER_ID]: workerId(report),
      [conventions.ATTR_CICD_WORKER_NAME]: name,
      "swarm.claims": claims,
      "swarm.conflicts": conflicts,
      "swarm.steals": steals,
    },
    errorType: isDone ? null : "worker-lost",
  };
}
