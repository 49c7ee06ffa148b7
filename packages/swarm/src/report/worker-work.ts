import type { WorkerReport } from "../collect/result.ts";
import type { WorkerResult } from "./report-facts.ts";

/** Which worker, in which round and attempt: one process, with one clock. */
type WorkerId = Pick<WorkerReport, "worker" | "epoch" | "attempt">;

/** What one worker did, by its own clock: milliseconds since 1970, and seconds. */
export interface WorkerWork {
  readonly readyAt: number;
  readonly endedAt: number;
  /** When its last result that counts was there; null: none does. */
  readonly lastResultAt: number | null;
  readonly results: readonly WorkerResult[];
  /** How long it was at some task. Tasks that it did at the same time count once. */
  readonly busySeconds: number;
}

/** Puts results to the workers that they are from. A worker without a report is known by its results. */
export function workOfEach(
  reports: readonly WorkerReport[],
  results: readonly WorkerResult[],
): readonly WorkerWork[] {
  const byWorker = new Map<string, WorkerResult[]>(reports.map((report) => [idOf(report), []]));
  for (const result of results) {
    const known = byWorker.get(idOf(result));
    if (known === undefined) byWorker.set(idOf(result), [result]);
    else known.push(result);
  }
  const reportOf = new Map(reports.map((report) => [idOf(report), report]));
  return [...byWorker].map(([id, own]) => workOf(own, reportOf.get(id)));
}

function workOf(results: readonly WorkerResult[], report: WorkerReport | undefined): WorkerWork {
  let readyAt = report?.readyAt ?? Number.POSITIVE_INFINITY;
  let lastResultAt: number | null = null;
  for (const { result } of results) {
    readyAt = Math.min(readyAt, result.startedAt);
    lastResultAt = Math.max(lastResultAt ?? 0, endOf(result));
  }
  const endedAt = Math.max(report?.at ?? readyAt, lastResultAt ?? readyAt);
  return { readyAt, endedAt, lastResultAt, results, busySeconds: busySeconds(results) };
}

/** The length of all that is covered by the times of at least one result. */
function busySeconds(results: readonly WorkerResult[]): number {
  const inOrder = results.map(({ result }) => result).sort((a, b) => a.startedAt - b.startedAt);
  let milliseconds = 0;
  let covered = Number.NEGATIVE_INFINITY;
  for (const result of inOrder) {
    const end = endOf(result);
    milliseconds += Math.max(0, end - Math.max(covered, result.startedAt));
    covered = Math.max(covered, end);
  }
  return milliseconds / 1000;
}

function endOf({ startedAt, seconds }: WorkerResult["result"]): number {
  return startedAt + seconds * 1000;
}

function idOf({ worker, epoch, attempt }: WorkerId): string {
  return `${epoch} ${attempt} ${worker}`;
}
