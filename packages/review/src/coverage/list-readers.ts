import { compareText } from "@swarm-actions/core";
import type { PanelMember } from "../panel.ts";
import { hasFailed } from "./has-failed.ts";
import { oneLine } from "./one-line.ts";

/** A hunk by its path and its index in the file. */
interface HunkName {
  readonly path: string;
  readonly index: number;
}

/** Who read which hunk of the task. */
export interface HunkReaders {
  /** Names of the agents that read it, sorted. */
  readersOf(hunk: HunkName): readonly string[];
  /** Whether an agent in whose scope it is left it out. */
  isSkipped(hunk: HunkName): boolean;
  /** Why nobody read it, as one sentence without a full stop. */
  whyUnread(hunk: HunkName): string;
}

interface Reader {
  readonly name: string;
  readonly paths: ReadonlySet<string>;
  /** Reasons by hunk. */
  readonly skipped: ReadonlyMap<string, string>;
}

export function listReaders(members: readonly PanelMember[]): HunkReaders {
  const readers = members.filter(({ report }) => report.status === "ok").map(readerOf);
  readers.sort((a, b) => compareText(a.name, b.name));
  const inScope = ({ path }: HunkName): Reader[] => readers.filter(({ paths }) => paths.has(path));
  const skips = (hunk: HunkName): readonly (readonly [string, string])[] =>
    inScope(hunk).flatMap(({ name, skipped }) => {
      const reason = skipped.get(keyOf(hunk));
      return reason === undefined ? [] : [[name, reason] as const];
    });
  return {
    readersOf: (hunk) =>
      inScope(hunk)
        .filter(({ skipped }) => !skipped.has(keyOf(hunk)))
        .map(({ name }) => name),
    isSkipped: (hunk) => skips(hunk).length > 0,
    whyUnread: (hunk) => describeSkips(skips(hunk)) ?? describeAbsence(members),
  };
}

function readerOf({ name, coveredPaths, skipped }: PanelMember): Reader {
  const reasons = skipped.map(
    ({ path, hunk, reason }) => [keyOf({ path, index: hunk }), reason] as const,
  );
  return { name, paths: new Set(coveredPaths), skipped: new Map(reasons.sort(byKeyAndReason)) };
}

function byKeyAndReason(a: readonly [string, string], b: readonly [string, string]): number {
  return compareText(a[0], b[0]) || compareText(a[1], b[1]);
}

function keyOf({ path, index }: HunkName): string {
  return `${index} ${path}`;
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
