import { canonicalJson } from "@swarm-actions/core";
import type { Finding, Place, Suggestion } from "../finding/model.ts";
import { readRemarkBody } from "../finding/read-remark.ts";
import { CorrectionTally } from "../finding/tally.ts";
import { isRecord } from "./is-record.ts";
import type { ReviewState } from "./model.ts";

const agentName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const findingFingerprint = /^[0-9a-f]{16}$/;

/** Far above any real path or name. */
const longest = 4096;

/** Reads one entry of a state; null unless it is exactly what this program would have written. */
export function readRememberedFinding(raw: unknown): ReviewState["findings"][number] | null {
  if (!isRecord(raw) || typeof raw.hunk !== "string" || !Number.isSafeInteger(raw.offset)) {
    return null;
  }
  const finding = readFinding(raw.finding);
  if (finding === null || canonicalJson(finding) !== canonicalJson(raw.finding)) return null;
  return { hunk: raw.hunk, offset: Number(raw.offset), finding };
}

function readFinding(raw: unknown): Finding | null {
  if (!isRecord(raw)) return null;
  const { agent, provider, fingerprint } = raw;
  if (!isText(agent) || !agentName.test(agent) || !isText(provider)) return null;
  if (!isText(fingerprint) || !findingFingerprint.test(fingerprint)) return null;
  const body = readRemarkBody(agent, raw, new CorrectionTally());
  const place = readPlace(raw.place);
  if (body === null || place === null) return null;
  const signed = { ...body, place, agent, provider, fingerprint };
  if (raw.suggestion === undefined) return signed;
  const suggestion = readSuggestion(raw.suggestion);
  return suggestion && { ...signed, suggestion };
}

function readPlace(raw: unknown): Place | null {
  if (!isRecord(raw) || raw.kind !== "lines" || !isText(raw.path)) return null;
  const { path, side } = raw;
  const lines = readLines(raw);
  if (lines === null || (side !== "old" && side !== "new")) return null;
  return { kind: "lines", path, side, ...lines };
}

function readSuggestion(raw: unknown): Suggestion | null {
  if (!isRecord(raw) || typeof raw.replacement !== "string") return null;
  const lines = readLines(raw);
  return lines && { ...lines, replacement: raw.replacement };
}

function readLines({
  startLine,
  endLine,
}: Readonly<Record<string, unknown>>): Pick<Suggestion, "startLine" | "endLine"> | null {
  if (!Number.isSafeInteger(startLine) || !Number.isSafeInteger(endLine)) return null;
  const lines = { startLine: Number(startLine), endLine: Number(endLine) };
  return 1 <= lines.startLine && lines.startLine <= lines.endLine ? lines : null;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= longest;
}
