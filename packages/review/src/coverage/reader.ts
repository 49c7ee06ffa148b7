import { compareText } from "@swarm-actions/core";
import type { PanelMember } from "../panel.ts";

/** A hunk by its path and its index in the file. */
export interface HunkName {
  readonly path: string;
  readonly index: number;
}

/** What an agent that worked did with the hunks it was given. */
export interface Reader {
  readonly name: string;
  readonly paths: ReadonlySet<string>;
  /** Reasons by hunk. */
  readonly skipped: ReadonlyMap<string, string>;
}

/** The agents that worked, by name. */
export function readersAmong(members: readonly PanelMember[]): readonly Reader[] {
  const readers = members.filter(({ report }) => report.status === "ok").map(readerOf);
  return readers.sort((a, b) => compareText(a.name, b.name));
}

/** Why the reader left out a hunk in its scope; null when it did not. */
export function reasonToSkip({ paths, skipped }: Reader, { path, index }: HunkName): string | null {
  return paths.has(path) ? (skipped.get(keyOf(index, path)) ?? null) : null;
}

function readerOf({ name, coveredPaths, skipped }: PanelMember): Reader {
  const reasons = skipped.map(({ path, hunk, reason }) => [keyOf(hunk, path), reason] as const);
  return { name, paths: new Set(coveredPaths), skipped: new Map(reasons.sort(byKeyAndReason)) };
}

function byKeyAndReason(a: readonly [string, string], b: readonly [string, string]): number {
  return compareText(a[0], b[0]) || compareText(a[1], b[1]);
}

function keyOf(index: number, path: string): string {
  return `${index} ${path}`;
}
