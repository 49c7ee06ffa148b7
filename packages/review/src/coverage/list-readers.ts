import { compareText } from "@swarm-actions/core";
import type { PanelMember } from "../panel.ts";
import { hasFailed } from "./has-failed.ts";
import { oneLine } from "./one-line.ts";
import { type HunkName, type Reader, readersAmong, reasonToSkip } from "./reader.ts";

/** Who read which hunk of the task. */
export interface HunkReaders {
  /** Names of the agents that read it, sorted. */
  readersOf(hunk: HunkName): readonly string[];
  /** Whether an agent in whose scope it is left it out. */
  isSkipped(hunk: HunkName): boolean;
  /** Why nobody read it, as one sentence without a full stop. */
  whyUnread(hunk: HunkName): string;
}

export function listReaders(members: readonly PanelMember[]): HunkReaders {
  const readers = readersAmong(members);
  const inScope = ({ path }: HunkName): Reader[] => readers.filter(({ paths }) => paths.has(path));
  const skips = (hunk: HunkName): readonly (readonly [string, string])[] =>
    readers.flatMap((reader) => {
      const reason = reasonToSkip(reader, hunk);
      return reason === null ? [] : [[reader.name, reason] as const];
    });
  return {
    readersOf: (hunk) =>
      inScope(hunk)
        .filter((reader) => reasonToSkip(reader, hunk) === null)
        .map(({ name }) => name),
    isSkipped: (hunk) => skips(hunk).length > 0,
    whyUnread: (hunk) => describeSkips(skips(hunk)) ?? describeAbsence(members),
  };
}

function describeSkips(skips: readonly (readonly [string, string])[]): string | null {
  if (skips.length === 0) return null;
  return skips.map(([name, reason]) => `${name} skipped it: ${oneLine(reason)}`).join("; ");
}

function describeAbsence(members: readonly PanelMember[]): string {
  const failed = members.filter(hasFailed).map(({ name }) => name);
  if (failed.length === 0) return "no agent covers this file";
  return `no agent that worked covers this file (failed: ${failed.sort(compareText).join(", ")})`;
}
