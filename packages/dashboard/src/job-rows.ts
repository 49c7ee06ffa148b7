import {
  type JobBill,
  type SwarmReport,
  type WorkerReport,
  workerName,
} from "@swarm-actions/swarm";

/** A job: a worker, or one beside them such as that of the plan. */
export interface JobRow {
  /** Raw where it is no worker. */
  readonly name: string;
  readonly worker: WorkerWork | null;
  readonly bill: JobBill | null;
}

/** What a worker did, counted. */
export interface WorkerWork {
  readonly tasks: number;
  readonly blocks: number;
  readonly claims: number;
  readonly conflicts: number;
  readonly steals: number;
  readonly busySeconds: number;
  /** False: it never said that it was done. */
  readonly isDone: boolean;
}

/** Jobs that are no workers, then the workers, each with its bill where there is one. */
export function jobRows({ workers, jobs }: SwarmReport): readonly JobRow[] {
  const bills = new Map(jobs.map((bill) => [bill.job, bill]));
  const names = new Set(workers.map(workerName));
  const others = jobs.filter(({ job }) => !names.has(job));
  return [
    ...others.map((bill) => ({ name: bill.job, worker: null, bill })),
    ...workers.map((worker) => {
      const name = workerName(worker);
      return { name, worker: workOf(worker), bill: bills.get(name) ?? null };
    }),
  ];
}

function workOf({ spans, claims, conflicts, steals, isDone }: WorkerReport): WorkerWork {
  let [tasks, busySeconds] = [0, 0];
  for (const span of spans) {
    tasks += span.tasks;
    busySeconds += Math.max(0, span.endedAt - span.startedAt) / 1000;
  }
  return { tasks, blocks: spans.length, claims, conflicts, steals, busySeconds, isDone };
}
