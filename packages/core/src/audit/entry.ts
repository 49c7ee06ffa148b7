import { canonicalJson } from "../canonical-json.ts";
import { digest } from "../digest.ts";

/** What became of a change: `intent` before it is sent, then one of the others. */
export type AuditStatus = "intent" | "written" | "found" | "refused" | "failed" | "dry-run";

/** One thing done, or about to be. */
export interface AuditRecord {
  /** ISO 8601. */
  readonly time: string;
  /** `create review`. */
  readonly action: string;
  /** `owner/name#7`. */
  readonly target: string;
  /** A REST route, or a mutation's name. */
  readonly operation: string;
  /** The SHA-256 of what was sent, never itself; null where nothing was sent. */
  readonly body: string | null;
  readonly status: AuditStatus;
  /** Of the answer; null where there was none. */
  readonly httpStatus: number | null;
}

/** The last line of a run: how many lines stand before it. */
export interface AuditEnd {
  readonly time: string;
  readonly status: "end";
  readonly count: number;
}

/** A line of the log, without its hash. */
type AuditEntry = (AuditRecord | AuditEnd) & {
  readonly version: 1;
  /** The line's place, from 0. */
  readonly seq: number;
  /** The hash of the line before. */
  readonly previous: string;
};

/** What the first line follows. */
const auditGenesis = "0".repeat(64);

/** Where a log stands: what the next line follows. */
export interface AuditPosition {
  readonly seq: number;
  readonly previous: string;
}

export const auditStart: AuditPosition = { seq: 0, previous: auditGenesis };

/** The next line of a log, canonical JSON without its line end, and where the log then stands. */
export function appendEntry(
  position: AuditPosition,
  record: AuditRecord | Omit<AuditEnd, "count">,
): { readonly line: string; readonly position: AuditPosition } {
  const body = record.status === "end" ? { ...record, count: position.seq } : record;
  const entry: AuditEntry = { ...body, version: 1, ...position };
  const hash = hashOf(entry);
  return {
    line: canonicalJson({ ...entry, hash }),
    position: { seq: position.seq + 1, previous: hash },
  };
}

/** The SHA-256 of an entry's canonical JSON, which holds the hash of the line before. */
export function hashOf(entry: object): string {
  return digest(canonicalJson(entry));
}
