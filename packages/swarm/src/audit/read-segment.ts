import { type AuditRecord, auditStart, verifyAudit } from "@swarm-actions/core";
import { readLine } from "./read-line.ts";

/** What one worker logged, as far as it can be believed. */
export interface WorkerSegment {
  readonly epoch: number;
  readonly attempt: number;
  readonly worker: number;
  readonly records: readonly AuditRecord[];
  /** `open`: it is sound and has no end, as of a worker that died. */
  readonly state: "sound" | "open" | "broken";
  /** The hash of its last sound line, to which all before it are chained. */
  readonly hash: string;
  /** What is wrong with it, as the end of a sentence; null: nothing. */
  readonly why: string | null;
}

/** The log of a worker as it was found on its pages. */
export interface GatheredSegment extends Pick<WorkerSegment, "epoch" | "attempt" | "worker"> {
  readonly parts: { readonly page: number; readonly lines: readonly string[] }[];
  /** The digests of all results on its pages. */
  readonly results: Set<string>;
}

/** Checks the chain of a worker's log; what stands behind the first fault is left out. */
export function readSegment({ parts, results, ...worker }: GatheredSegment): WorkerSegment {
  const joined = joinParts(parts);
  const { sound, hash, state, why } = checkChain(joined.lines);
  const read = sound.map(readLine);
  const records = read.filter((one) => one !== "end" && one !== "odd");
  for (const { body } of records) if (body !== null) results.delete(body);
  const odd = read.indexOf("odd") + 1;
  const strange = odd > 0 ? `line ${odd} is none that a worker writes` : null;
  const fault = why ?? joined.why ?? strange ?? unlogged(results.size);
  return { ...worker, records, state: fault === null ? state : "broken", hash, why: fault };
}

function unlogged(count: number): string | null {
  return count === 0 ? null : `${count} of its results are not in it`;
}

interface JoinedLines {
  readonly lines: readonly string[];
  readonly why: string | null;
}

/** Lines of all pages in their order; a page may bring some that came with one before. */
function joinParts(parts: GatheredSegment["parts"]): JoinedLines {
  const lines: string[] = [];
  for (const part of parts.toSorted((a, b) => a.page - b.page)) {
    const known = lines.lastIndexOf(part.lines[0] ?? "");
    const again = known < 0 ? 0 : lines.length - known;
    const isSame = part.lines.slice(0, again).every((line, at) => line === lines[known + at]);
    if (!isSame) return { lines, why: `page ${part.page} tells otherwise what was told before` };
    for (const line of part.lines.slice(again)) lines.push(line);
  }
  return { lines, why: null };
}

type Chain = Pick<WorkerSegment, "state" | "hash" | "why"> & { readonly sound: readonly string[] };

function checkChain(lines: readonly string[]): Chain {
  const verdict = verifyAudit(lines);
  if (verdict.status === "sound") {
    return { sound: lines, state: "sound", hash: verdict.position.previous, why: null };
  }
  const sound = lines.slice(0, verdict.line - 1);
  const hash = hashOf(sound.at(-1));
  const isOpen = verdict.reason === "cut-off" && sound.length === lines.length;
  if (isOpen) return { sound, state: "open", hash, why: null };
  if (verdict.reason === "empty") return { sound, state: "broken", hash, why: "it is missing" };
  return { sound, state: "broken", hash, why: `line ${verdict.line}: ${verdict.message}` };
}

/** Of a line that was found sound. */
function hashOf(line: string | undefined): string {
  return line === undefined ? auditStart.previous : JSON.parse(line).hash;
}
