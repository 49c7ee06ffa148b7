import type { WorkerReport } from "../collect/result.ts";
import type { JobTimes } from "./report-facts.ts";
import type { JobBill } from "./swarm-report.ts";

/** The jobs as they are billed: each rounds up to a whole minute, with what came before its work. */
export function billJobs(
  reports: readonly WorkerReport[],
  others: readonly JobTimes[],
): readonly JobBill[] {
  const own = others.map(({ job, startedAt, endedAt }) => bill(job, endedAt - startedAt, "all"));
  return [...own, ...reports.map(billWorker)];
}

function billWorker(report: WorkerReport): JobBill {
  const { startedAt, readyAt, at, isDone } = report;
  const known = startedAt !== undefined && isDone ? "all" : "at-least";
  return bill(workerName(report), at - (startedAt ?? readyAt), known);
}

function bill(job: string, milliseconds: number, known: JobBill["known"]): JobBill {
  const seconds = Math.max(0, milliseconds / 1000);
  return { job, seconds, minutes: Math.max(1, Math.ceil(seconds / 60)), known };
}

/** `worker 3`, and its round and attempt where they are not the first. */
export function workerName(report: Pick<WorkerReport, "worker" | "epoch" | "attempt">): string {
  const round = report.epoch === 0 ? "" : `, round ${report.epoch + 1}`;
  const attempt = report.attempt === 1 ? "" : `, attempt ${report.attempt}`;
  return `worker ${report.worker}${round}${attempt}`;
}
