import type { BlockSpan, WorkerReport } from "../collect/result.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import { measuredBound } from "./measured-bound.ts";
import type { ReportFacts } from "./report-facts.ts";
import type { JobBill, SwarmFigures } from "./swarm-report.ts";
import { type WorkerWork, workOfEach } from "./worker-work.ts";

type Times = Pick<SwarmFigures, "makespan" | "lowerBound" | "rho" | "taskSeconds" | "overhead">;
type Bill = Pick<SwarmFigures, "billed" | "billedMinutes" | "wasteMinutes" | "costUsd">;

/** Adds up what the workers told. */
export function measureFigures(
  { plans, collected, runnerPrice }: ReportFacts,
  jobs: readonly JobBill[],
): SwarmFigures {
  const { workers: reports, results, duplicates } = collected;
  return {
    ...measureTimes(plans, workOfEach(reports, results)),
    claims: total(reports, ({ claims }) => claims),
    conflicts: total(reports, ({ conflicts }) => conflicts),
    steals: total(reports, ({ steals }) => steals),
    speculations: countSpans(reports, "speculative"),
    duplicates: duplicates.length,
    retries: countRetries(plans),
    ...sumBills(jobs, runnerPrice),
  };
}

function measureTimes(plans: readonly SwarmPlan[], works: readonly WorkerWork[]): Times {
  const makespan = measureMakespan(works);
  const lowerBound = measuredBound(plans, works);
  const worked = total(works, ({ busySeconds }) => busySeconds);
  const present = total(works, ({ readyAt, endedAt }) => (endedAt - readyAt) / 1000);
  return {
    makespan,
    lowerBound,
    rho: makespan === null || lowerBound === null ? null : makespan / lowerBound,
    taskSeconds: total(works, ({ results }) => total(results, ({ result }) => result.seconds)),
    overhead: present === 0 ? null : Math.max(0, 1 - worked / present),
  };
}

function measureMakespan(works: readonly WorkerWork[]): number | null {
  let [first, last]: [number, number | null] = [Number.POSITIVE_INFINITY, null];
  for (const { readyAt, lastResultAt } of works) {
    first = Math.min(first, readyAt);
    if (lastResultAt !== null) last = Math.max(last ?? lastResultAt, lastResultAt);
  }
  return last === null ? null : (last - first) / 1000;
}

function countSpans(reports: readonly WorkerReport[], how: BlockSpan["how"]): number {
  return total(reports, ({ spans }) => spans.filter((span) => span.how === how).length);
}

function countRetries(plans: readonly SwarmPlan[]): number {
  const seen = new Set<string>();
  let retries = 0;
  for (const { tasks } of plans) {
    retries += tasks.filter(({ key }) => seen.has(key)).length;
    for (const { key } of tasks) seen.add(key);
  }
  return retries;
}

function sumBills(jobs: readonly JobBill[], price: number | null): Bill {
  const billedMinutes = total(jobs, ({ minutes }) => minutes);
  const used = total(jobs, ({ seconds }) => seconds) / 60;
  return {
    billed: jobs.every(({ known }) => known === "all") ? "all" : "at-least",
    billedMinutes,
    wasteMinutes: billedMinutes - used,
    costUsd: price === null ? null : billedMinutes * price,
  };
}

function total<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
