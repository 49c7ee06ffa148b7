import { hashOf } from "./entry.ts";

/** As much of a line as the chain is made of. */
export interface AuditLink {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
  readonly status: string;
  /** Of an end, else null. */
  readonly count: number | null;
  /** Whether its hash is that of its content. */
  readonly isIntact: boolean;
}

/** Null when the line is no entry at all. */
export function parseAuditLine(line: string): AuditLink | null {
  const value = toObject(line);
  if (value === null) return null;
  const { hash, ...entry } = value;
  const { seq, previous, status, count } = entry;
  if (typeof hash !== "string" || typeof previous !== "string") return null;
  if (typeof seq !== "number" || !Number.isSafeInteger(seq) || seq < 0) return null;
  if (typeof status !== "string") return null;
  const isIntact = entry.version === 1 && hashOf(entry) === hash;
  return {
    seq,
    previous,
    hash,
    status,
    count: typeof count === "number" ? count : null,
    isIntact,
  };
}

function toObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : null;
  } catch {
    return null;
  }
}
