import type { Correction } from "../agent.ts";
import type { Diff } from "../diff/model.ts";
import type { PanelMember } from "../panel.ts";
import type { Finding } from "./model.ts";

/** What became of one agent's remarks. */
export interface SignedRemarks {
  readonly agent: string;
  /** In the order of `compareFindings`. */
  readonly findings: readonly Finding[];
  /** What had to be weakened or dropped on the way, counted by reason. */
  readonly corrections: readonly Correction[];
}

/**
 * Turns the remarks of a panel into findings: cleaned, placed, their suggestions proved, signed.
 * Remarks are hostile whatever their type says; none makes this throw.
 * @param carried findings of an earlier review that stay; no new one gets a fingerprint of theirs.
 */
export function signRemarks(
  members: readonly Pick<PanelMember, "name" | "provider" | "remarks">[],
  diff: Diff,
  carried: readonly Finding[] = [],
): readonly SignedRemarks[] {
  throw new Error(`${members.length}${diff.files.length}${carried.length}`);
}
