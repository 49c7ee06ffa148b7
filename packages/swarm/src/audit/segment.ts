import { type AuditPosition, type AuditRecord, appendEntry, auditStart } from "@swarm-actions/core";

/** What is told of one thing that a worker did. */
type SegmentRecord = Pick<AuditRecord, "action" | "target" | "operation" | "body" | "status">;

/** The log of one worker: a chain of its own, sent off in parts. */
export interface Segment {
  readonly tell: (record: SegmentRecord) => void;
  /** Says that nothing is missing before here; once. */
  readonly end: () => void;
  /** Lines that are not yet known to have arrived. */
  readonly pending: () => readonly string[];
  /** The first of the pending lines have arrived. */
  readonly arrived: (count: number) => void;
}

/** @param time now, as ISO 8601 */
export function createSegment(time: () => string): Segment {
  let position: AuditPosition = auditStart;
  let pending: string[] = [];
  let isEnded = false;
  const append = (record: Parameters<typeof appendEntry>[1]): void => {
    const next = appendEntry(position, record);
    position = next.position;
    pending.push(next.line);
  };
  return {
    tell: (record) => append({ ...record, time: time(), httpStatus: null }),
    end: () => {
      if (!isEnded) append({ status: "end", time: time() });
      isEnded = true;
    },
    pending: () => pending,
    arrived: (count) => {
      pending = pending.slice(count);
    },
  };
}
