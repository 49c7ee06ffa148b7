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

/**
 * Puts what a group did on the board of the whole, as the page of one worker: the lead. What is missing is
 * for whoever collects the whole to name.
 * @throws CodedError `board/no-plan`, `board/unavailable`
 */
export async function lead(
  kit: Kit,
  { key, group }: Group,
  collected: Collected,
): Promise<Conclusion> {
  const { findPlan } = await import("@swarm-actions/fanout");
  const top = await openBoard(kit, key);
  const { digest } = await findPlan(top, 0, kit.signal);
  const page: ResultPage = {
    version: 1,
    plan: digest,
    page: 0,
    results: collected.results.map(({ result }) => result),
    report: mergeReports(collected, top, group),
  };
  const board = auditBoard(top.board, key, () => new Date().toISOString());
  const name = pageName({ key, attempt: top.attempt, worker: group, page: 0, epoch: 0 });
  await kit.stage("Hand on", () => board.put(name, JSON.stringify(page), kit.signal));
  kit.output("outcome", collected.outcome);
  kit.output("matrix", "");
  return collected.isEnough ? "passed" : "failed";
}

/** What the workers of a group did, as if one had done it. */
function mergeReports(
  { workers, missing }: Collected,
  { attempt }: SwarmOnBoard,
  group: number,
): WorkerReport {
  const sum = (of: (report: WorkerReport) => number): number =>
    workers.reduce((total, report) => total + of(report), 0);
  const now = Date.now();
  return {
    worker: group,
    epoch: 0,
    attempt,
    readyAt: workers.reduce((first, { readyAt }) => Math.min(first, readyAt), now),
    at: now,
    isDone: missing.length === 0,
    spans: workers.flatMap(({ spans }) => spans),
    claims: sum(({ claims }) => claims),
    conflicts: sum(({ conflicts }) => conflicts),
    steals: sum(({ steals }) => steals),
    claimSeconds: workers.flatMap(({ claimSeconds }) => claimSeconds),
    providers: workers.flatMap(({ providers }) => providers).slice(0, 1000),
  };
}
