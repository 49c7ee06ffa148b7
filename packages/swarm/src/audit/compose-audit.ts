import {
  type AuditRecord,
  appendEntry,
  auditStart,
  canonicalJson,
  digest,
} from "@swarm-actions/core";
import type { PublishedPlan } from "../collect/board-findings.ts";
import type { Verdict } from "../consensus/verdict.ts";
import type { WorkerSegment } from "./read-segment.ts";

/** All that the log of a swarm tells, in this order. */
export interface AuditFacts {
  readonly key: string;
  readonly plans: readonly PublishedPlan[];
  readonly segments: readonly WorkerSegment[];
  readonly verdicts: readonly Verdict[];
  /** What is kept of the swarm, by name: their digests stand at the end. */
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** ISO 8601. */
  readonly time: string;
}

/**
 * One chain of all that happened: the plans, what each worker logged, closed by the last hash of its own
 * chain, the verdicts, and the digests of the files that hold the result.
 * @returns lines without their ends
 */
export function composeAudit(facts: AuditFacts): readonly string[] {
  const lines: string[] = [];
  let position = auditStart;
  const append = (record: Parameters<typeof appendEntry>[1]): void => {
    const next = appendEntry(position, record);
    position = next.position;
    lines.push(next.line);
  };
  for (const record of recordsOf(facts)) append(record);
  append({ status: "end", time: facts.time });
  return lines;
}

function* recordsOf(facts: AuditFacts): Generator<AuditRecord> {
  const { key, time } = facts;
  const tell = (record: Pick<AuditRecord, "action" | "target" | "operation" | "body">) =>
    ({ ...record, time, status: "written", httpStatus: null }) as const;
  for (const { plan, attempt, digest: body } of facts.plans) {
    const target = `${key}, attempt ${attempt}, epoch ${plan.epoch}`;
    yield tell({ action: "plan swarm", target, operation: plan.mode, body });
  }
  for (const segment of facts.segments) {
    yield* segment.records;
    yield { ...tell({ ...sealOf(segment), body: segment.hash }), status: statusOf(segment) };
  }
  for (const verdict of facts.verdicts) {
    const body = digest(canonicalJson(verdict));
    const operation = verdict.label ?? "undecided";
    yield tell({ action: "decide", target: verdict.item, operation, body });
  }
  for (const { name, content } of facts.files)
    yield tell({ action: "keep file", target: name, operation: "write", body: digest(content) });
}

/** A line that binds all lines of a worker before it to the last hash of its own chain. */
function sealOf({ epoch, attempt, worker, records, state, why }: WorkerSegment) {
  const target = `worker ${worker}, attempt ${attempt}, epoch ${epoch}: ${records.length} entries`;
  return { action: "close log of worker", target, operation: why ?? state };
}

function statusOf({ state }: WorkerSegment): AuditRecord["status"] {
  return state === "broken" ? "failed" : "written";
}
