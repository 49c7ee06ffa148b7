import type { CoverageEntry } from "@swarm-actions/review";

/** A stretch of one file's bar: neighbouring parts with the same fate, in changed lines. */
interface Stretch {
  readonly status: CoverageEntry["coverage"]["status"];
  readonly lines: number;
}

/** One file of the coverage map. */
export interface FileCoverage {
  readonly path: string;
  readonly lines: number;
  readonly stretches: readonly Stretch[];
  readonly entries: readonly CoverageEntry[];
}

/** Files with something missed first, then the largest. */
export function coverageByFile(entries: readonly CoverageEntry[]): readonly FileCoverage[] {
  const files = new Map<string, CoverageEntry[]>();
  for (const entry of entries) {
    const known = files.get(entry.path);
    if (known === undefined) files.set(entry.path, [entry]);
    else known.push(entry);
  }
  return [...files]
    .map(([path, own]) => fileCoverage(path, own))
    .sort((a, b) => countMissed(b) - countMissed(a) || b.lines - a.lines);
}

function fileCoverage(path: string, entries: readonly CoverageEntry[]): FileCoverage {
  const stretches: { status: Stretch["status"]; lines: number }[] = [];
  for (const { coverage, oldCount, newCount } of entries) {
    const lines = Math.max(1, oldCount, newCount);
    const last = stretches.at(-1);
    if (last?.status === coverage.status) last.lines += lines;
    else stretches.push({ status: coverage.status, lines });
  }
  const lines = stretches.reduce((sum, stretch) => sum + stretch.lines, 0);
  return { path, lines, stretches, entries };
}

function countMissed({ stretches }: FileCoverage): number {
  return stretches.filter(({ status }) => status === "missed").length;
}
