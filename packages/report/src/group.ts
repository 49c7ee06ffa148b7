import type { PanelFinding, Severity } from "@swarm-actions/review";
import { severities } from "@swarm-actions/review";

/** Findings of one file, or of the change as a whole (`path` null), in the order they came. */
export interface FindingGroup {
  readonly path: string | null;
  readonly findings: readonly PanelFinding[];
}

export function isDisputed(finding: PanelFinding): boolean {
  return finding.standing === "disputed";
}

/** By file; the file with the worst finding first, since findings come worst first. */
export function groupByFile(findings: readonly PanelFinding[]): readonly FindingGroup[] {
  const groups = new Map<string | null, PanelFinding[]>();
  for (const finding of findings) {
    const path = pathOf(finding);
    const group = groups.get(path);
    if (group === undefined) groups.set(path, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([path, members]) => ({ path, findings: members }));
}

function pathOf(finding: PanelFinding): string | null {
  return finding.place.kind === "change" ? null : finding.place.path;
}

/** How many findings there are of each severity, worst first, without the empty ones. */
export function countBySeverity(
  findings: readonly PanelFinding[],
): readonly { readonly severity: Severity; readonly count: number }[] {
  return severities
    .map((severity) => ({
      severity,
      count: findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0);
}
