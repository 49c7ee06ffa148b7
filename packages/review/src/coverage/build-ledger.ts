import type { PanelMember } from "../panel.ts";
import type { CoverageEntry, CoverageLedger, HunkCoverage } from "../result.ts";
import type { ScopedFile, ScopedHunk } from "../scope/scope-change.ts";
import { describeExclusion } from "./describe-exclusion.ts";
import { type HunkReaders, listReaders } from "./list-readers.ts";

/**
 * Accounts for every hunk of every file, in the order of the change; a file without hunks gets one
 * entry. A hunk is reviewed when at least one agent read it.
 * @param carried fingerprints of hunks whose last review stands.
 */
export function buildLedger(
  files: readonly ScopedFile[],
  members: readonly PanelMember[],
  carried: ReadonlySet<string>,
): CoverageLedger {
  const readers = listReaders(members);
  const counts: Record<HunkCoverage["status"], number> = {
    reviewed: 0,
    carried: 0,
    excluded: 0,
    missed: 0,
  };
  const entries: CoverageEntry[] = [];
  for (const file of files) {
    for (const hunk of file.hunks.length === 0 ? [null] : file.hunks) {
      const coverage = judge(file, hunk, readers, carried);
      counts[coverage.status]++;
      entries.push(entryOf(file.file.diff.path, hunk, coverage));
    }
  }
  return { entries, ...counts };
}

function judge(
  file: ScopedFile,
  hunk: ScopedHunk | null,
  readers: HunkReaders,
  carried: ReadonlySet<string>,
): HunkCoverage {
  if (file.ignoredBy !== null) return excluded(`ignored by the configuration: ${file.ignoredBy}`);
  const withoutText = describeExclusion(file.file.diff);
  if (hunk === null) return excluded(withoutText ?? "no text changed");
  if (carried.has(hunk.fingerprint)) return { status: "carried" };
  const agents = readers.readersOf(hunk);
  if (agents.length > 0) return { status: "reviewed", agents };
  if (withoutText !== null) return excluded(withoutText);
  return { status: "missed", reason: readers.whyUnread(hunk) };
}

function excluded(reason: string): HunkCoverage {
  return { status: "excluded", reason };
}

function entryOf(path: string, scoped: ScopedHunk | null, coverage: HunkCoverage): CoverageEntry {
  const { oldStart, oldCount, newStart, newCount } = scoped?.hunk ?? noLines;
  const lines = { newStart, newCount, oldStart, oldCount };
  return { path, hunk: scoped?.index ?? null, ...lines, coverage };
}

const noLines = { oldStart: 0, oldCount: 0, newStart: 0, newCount: 0 };
