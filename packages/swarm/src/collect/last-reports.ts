import type { ReadPage } from "./read-page.ts";
import type { WorkerReport } from "./result.ts";

/** What is left of a page once its results are taken. */
export type PageReport = Pick<ReadPage, "at" | "report">;

/** The last report of each worker in each round, sorted by round and worker. */
export function lastReports(pages: readonly PageReport[]): readonly WorkerReport[] {
  const last = new Map<string, PageReport>();
  for (const page of pages) {
    const { epoch, attempt, worker } = page.at;
    const who = `${epoch}/${attempt}/${worker}`;
    const held = last.get(who);
    if (held === undefined || page.at.page > held.at.page) last.set(who, page);
  }
  const reports = [...last.values()].map(({ report }) => report);
  return reports.sort((a, b) => a.epoch - b.epoch || a.attempt - b.attempt || a.worker - b.worker);
}
