import {
  type AuditPosition,
  type AuditRecord,
  appendEntry,
  auditStart,
  CodedError,
  verifyAudit,
} from "@swarm-actions/core";
import type { Clock } from "../client-options.ts";
import type { AuditSink } from "./audit-sink.ts";

/** Tells every write, one line after the other. */
export interface AuditLog {
  /** Resolves when the line is kept. @throws CodedError `audit/broken`, `audit/unwritable` */
  readonly record: (record: Omit<AuditRecord, "time">) => Promise<void>;
  /** Says that the run is over and nothing is missing. */
  readonly end: () => Promise<void>;
}

export function createAuditLog(sink: AuditSink | undefined, clock: Clock): AuditLog {
  if (sink === undefined) return { record: async () => {}, end: async () => {} };
  let position: Promise<AuditPosition> | null = null;
  const append = (record: Parameters<typeof appendEntry>[1]) => {
    position = (position ?? startOf(sink)).then(async (now) => {
      const next = appendEntry(now, record);
      await sink.append(next.line);
      return next.position;
    });
    return position.then(() => {});
  };
  const time = () => new Date(clock.now()).toISOString();
  return {
    record: (record) => append({ ...record, time: time() }),
    end: () => append({ status: "end", time: time() }),
  };
}

/** Goes on where an earlier run ended, but never hides that its log was changed. */
async function startOf(sink: AuditSink): Promise<AuditPosition> {
  const lines = await sink.read();
  if (lines.length === 0) return auditStart;
  const verdict = verifyAudit(lines);
  if (verdict.status === "sound") return verdict.position;
  throw new CodedError("audit/broken", `line ${verdict.line} of the log: ${verdict.message}`, {
    fix: "Keep that log for whoever looks into it, and name a new file.",
    place: `audit log, line ${verdict.line}`,
  });
}
