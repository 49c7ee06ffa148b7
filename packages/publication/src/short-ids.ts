import type { PanelFinding } from "@swarm-actions/review";

/** The beginning of a finding's fingerprint by which people name it. */
export type ShortIds = (finding: PanelFinding) => string;

const shortest = 8;

/** As short as it can be while it means one finding. */
export function shortIdsOf(findings: readonly PanelFinding[]): ShortIds {
  const counts = new Map<string, number>();
  for (const { fingerprint } of findings) {
    const start = fingerprint.slice(0, shortest);
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return ({ fingerprint }) => {
    const start = fingerprint.slice(0, shortest);
    return counts.get(start) === 1 ? start : fingerprint;
  };
}
