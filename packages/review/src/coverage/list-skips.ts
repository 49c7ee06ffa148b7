import type { PanelMember } from "../panel.ts";
import type { CoverageEntry, CoverageLedger } from "../result.ts";
import { readersAmong, reasonToSkip } from "./reader.ts";

/** What an agent that worked left out of what it was to review. */
export interface AgentSkips {
  readonly agent: string;
  readonly hunks: number;
  /** Why it left out the first of them. */
  readonly reason: string;
}

/** One entry an agent that left out hunks, by name. What is excluded or carried was not its to read. */
export function listSkips(
  { entries }: Pick<CoverageLedger, "entries">,
  members: readonly PanelMember[],
): readonly AgentSkips[] {
  const wanted = entries.filter(({ coverage: { status } }) => {
    return status === "reviewed" || status === "missed";
  });
  return readersAmong(members).flatMap((reader) => {
    if (reader.skipped.size === 0) return [];
    const reasons = wanted
      .map((entry) => reasonToSkip(reader, nameOf(entry)))
      .filter((reason) => reason !== null);
    const [reason] = reasons;
    return reason === undefined ? [] : [{ agent: reader.name, hunks: reasons.length, reason }];
  });
}

function nameOf({ path, hunk }: CoverageEntry): { path: string; index: number } {
  // A file without hunks has nothing that could be skipped.
  return { path, index: hunk ?? -1 };
}
