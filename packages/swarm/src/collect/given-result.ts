import type { WorkerResult } from "../report/report-facts.ts";

/** A result, and what decides which of several counts. */
export interface GivenResult extends WorkerResult {
  /** Whether it was done by a plan that still holds, or by one of an earlier attempt. */
  readonly isCurrent: boolean;
  readonly page: number;
  /** Its place in the page. */
  readonly place: number;
}

/** The one that counts comes first: the lowest epoch, then what the plan that holds asked for, then the first. */
export function compareGiven(a: GivenResult, b: GivenResult): number {
  return (
    a.epoch - b.epoch ||
    Number(b.isCurrent) - Number(a.isCurrent) ||
    a.attempt - b.attempt ||
    a.worker - b.worker ||
    a.page - b.page ||
    a.place - b.place
  );
}
