import { isRecord } from "./is-record.ts";
import type { RefusedState, ReviewState } from "./model.ts";
import { readRememberedFinding } from "./read-remembered-finding.ts";
import { unseal } from "./seal-state.ts";

const fingerprint = /^[0-9a-f]{32}$/;
const panelDigest = /^[0-9a-f]{64}$/;

/**
 * Finds and reads the state that `encodeState` hid in a text, for example in a comment. The text may be
 * hostile: whatever is not exactly as it was written is refused with the reason.
 * The checksum tells damage, not forgery: give only texts that this program is known to have posted.
 */
export function decodeState(text: string): ReviewState | RefusedState {
  const opened = unseal(text);
  if ("refused" in opened) return opened;
  return readState(parseJson(opened.content)) ?? { refused: "the state is malformed" };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function readState(raw: unknown): ReviewState | null {
  if (!isRecord(raw) || raw.version !== 1) return null;
  if (typeof raw.panel !== "string" || !panelDigest.test(raw.panel)) return null;
  const hunks = readHunks(raw.hunks);
  if (hunks === null || !Array.isArray(raw.findings)) return null;
  const findings = readFindings(raw.findings, new Set(hunks));
  return findings && { version: 1, panel: raw.panel, hunks, findings };
}

function readFindings(
  raw: readonly unknown[],
  hunks: ReadonlySet<string>,
): ReviewState["findings"] | null {
  const read = raw.map((entry) => readRememberedFinding(entry));
  const sound = read.filter((entry) => entry !== null).filter(({ hunk }) => hunks.has(hunk));
  return sound.length === raw.length ? sound : null;
}

function readHunks(raw: unknown): readonly string[] | null {
  if (!Array.isArray(raw)) return null;
  const hunks = raw.filter((hunk) => typeof hunk === "string" && fingerprint.test(hunk));
  return hunks.length === raw.length ? hunks : null;
}
