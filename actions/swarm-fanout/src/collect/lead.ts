import type { Conclusion, Kit } from "@swarm-actions/action-kit";
import type { SwarmOnBoard } from "@swarm-actions/fanout";
import {
  auditBoard,
  type Collected,
  pageName,
  type ResultPage,
  type WorkerReport,
} from "@swarm-actions/swarm";
import { openBoard } from "../shared/board.ts";

/** Which group of which swarm a lead merges. */
export interface Group {
  /** Of the whole. */
  readonly key: string;
  readonly group: number;
}

/** Pages on their way at once. */
const together = 8;
/** A name whose upload failed half-way is used up; then the next page number is tried. */
const tries = [0, 1, 2];

/**
 * Puts what a group did on the board of the whole: a page for each of its workers, so that the whole knows
 * how long each was there and what it cost. What is missing is for whoever collects the whole to name.
 * @throws CodedError `board/no-plan`, `board/unavailable`
 */
export async function lead(
  kit: Kit,
  { key, group }: Group,
  collected: Collected,
): Promise<Conclusion> {
  const { findPlan } = await import("@swarm-actions/fanout");
  const top = await openBoard(kit, key);
  const { digest, plan } = await findPlan(top, 0, kit.signal);
  const pages = pagesOf(collected, { plan: digest, attempt: top.attempt }, (index) => {
    return group + index * plan.lists.length;
  });
  await kit.stage("Hand on", async () => {
    for (let from = 0; from < pages.length; from += together) {
      const some = pages.slice(from, from + together);
      await Promise.all(some.map((page) => put(top, page, kit.signal)));
    }
  });
  kit.output("outcome", collected.outcome);
  kit.output("matrix", "");
  return collected.isEnough ? "passed" : "failed";
}

/**
 * To the whole a worker of a group has a number of its own: its place among the group's, spread so that no
 * two groups have one in common, and the first has the number of its group.
 */
function pagesOf(
  { workers, results }: Collected,
  { plan, attempt }: Pick<ResultPage, "plan"> & Pick<WorkerReport, "attempt">,
  numberOf: (index: number) => number,
): readonly ResultPage[] {
  const done = Map.groupBy(results, idOf);
  return workers.map((report, index) => ({
    version: 1,
    plan,
    page: 0,
    results: (done.get(idOf(report)) ?? []).map(({ result }) => result),
    report: { ...report, worker: numberOf(index), epoch: 0, attempt },
  }));
}

/** Each page has a log of its own, as if its worker had written it. @throws CodedError `board/unavailable` */
async function put({ board, key }: SwarmOnBoard, page: ResultPage, signal: AbortSignal) {
  const { worker, epoch, attempt } = page.report;
  for (const number of tries) {
    const audited = auditBoard(board, key, () => new Date().toISOString());
    const name = pageName({ key, attempt, worker, page: number, epoch });
    const content = JSON.stringify({ ...page, page: number });
    if ((await audited.put(name, content, signal)) === "kept") return;
  }
}

/** Which worker, in which round and attempt of its group. */
function idOf({ worker, epoch, attempt }: Pick<WorkerReport, "worker" | "epoch" | "attempt">) {
  return `${epoch} ${attempt} ${worker}`;
}
