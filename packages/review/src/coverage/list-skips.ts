import type { PanelMember } from "../panel.ts";
import type { CoverageEntry, CoverageLedger } from "../result.ts";
import { readersAmong, reasonToSkip } from "./reader.ts";

/** What an agent that worked left out of what it was to review. */
export interface AgentSkips {
  readonly agent: string;
  readonly hunks: number;
  /** Where the first of them is. */
  readonly path: string;
  /** Why it left out the first of them. */
  readonly reason: string;
}

/**
 * One entry an agent that left out hunks, by name. What is excluded or carried was not its to read, nor what
 * others were asked about in its place.
 */
export function listSkips(
  { entries }: Pick<CoverageLedger, "entries">,
  members: readonly PanelMember[],
): readonly AgentSkips[] {
  const wanted = entries.filter(({ coverage: { status } }) => {
    return status === "reviewed" || status === "missed";
  });
  return readersAmong(members.map(withoutUnasked)).flatMap((reader) => {
    if (reader.skipped.size === 0) return [];
    const skips = wanted.flatMap((entry) => {
      const reason = reasonToSkip(reader, nameOf(entry));
      return reason === null ? [] : [{ path: entry.path, reason }];
    });
    const [first] = skips;
    return first === undefined ? [] : [{ agent: reader.name, hunks: skips.length, ...first }];
  });
}

function withoutUnasked(member: PanelMember): PanelMember {
  return { ...member, skipped: member.skipped.filter(({ isUnasked }) => isUnasked !== true) };
}

function nameOf({ path, hunk }: CoverageEntry): { path: string; index: number } {
  // A file without hunks has nothing that could be skipped.
  return { path, index: hunk ?? -1 };
}
