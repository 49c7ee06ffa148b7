import type { Finding } from "../finding/model.ts";
import type { ReviewResult } from "../result.ts";
import type { ScopedHunk } from "../scope/scope-change.ts";
import type { RefusedState, ReviewState } from "./model.ts";
import { returnFinding } from "./move-finding.ts";

/** What of the last review still stands. */
export interface CarryOver {
  readonly incremental: ReviewResult["incremental"];
  /** Fingerprints of the hunks that need no second look. */
  readonly hunks: ReadonlySet<string>;
  /** What was said on them, at their present lines. */
  readonly findings: readonly Finding[];
}

/** @param panel the digest of whoever reviews now; another panel's review is not carried over. */
export function carryOver(
  hunks: readonly ScopedHunk[],
  previous: ReviewState | RefusedState | null,
  panel: string,
): CarryOver {
  if (previous === null) return reviewAll({ mode: "first" });
  if ("refused" in previous) return reviewAll({ mode: "full", reason: previous.refused });
  if (previous.panel !== panel) {
    const reason = "the agents or their settings changed since the last review";
    return reviewAll({ mode: "full", reason });
  }
  return carryHunks(hunks, previous);
}

function reviewAll(incremental: CarryOver["incremental"]): CarryOver {
  return { incremental, hunks: new Set(), findings: [] };
}

function carryHunks(hunks: readonly ScopedHunk[], previous: ReviewState): CarryOver {
  const known = new Set(previous.hunks);
  const findings = Map.groupBy(previous.findings, ({ hunk }) => hunk);
  const carried = new Map<string, readonly Finding[]>();
  for (const hunk of hunks) {
    if (!known.has(hunk.fingerprint)) continue;
    const moved = returnAll(hunk, findings.get(hunk.fingerprint) ?? []);
    if (moved !== null) carried.set(hunk.fingerprint, moved);
  }
  return {
    incremental: { mode: "incremental", carriedHunks: carried.size },
    hunks: new Set(carried.keys()),
    findings: [...carried.values()].flat(),
  };
}

/** Null when one of them has no place in the hunk: then the hunk is better reviewed again. */
function returnAll(hunk: ScopedHunk, findings: ReviewState["findings"]): Finding[] | null {
  const moved = findings.map((remembered) => returnFinding(hunk, remembered));
  const placed = moved.filter((finding) => finding !== null);
  return placed.length === moved.length ? placed : null;
}
