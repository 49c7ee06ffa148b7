import type { PanelFinding } from "@swarm-actions/review";
import { fingerprintsOf } from "./markers/finding-marker.ts";

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

export type FoundFinding =
  | { readonly kind: "found"; readonly finding: PanelFinding }
  | { readonly kind: "ambiguous"; readonly ids: readonly string[] }
  | { readonly kind: "unknown" };

/** The finding that somebody names by the beginning of its fingerprint, or of one merged into it. */
export function findFinding(findings: readonly PanelFinding[], id: string): FoundFinding {
  const start = id.toLowerCase();
  if (!/^[0-9a-f]{6,16}$/.test(start)) return { kind: "unknown" };
  const own = findings.filter(({ fingerprint }) => fingerprint.startsWith(start));
  const merged = findings.filter((finding) =>
    fingerprintsOf(finding).some((print) => print.startsWith(start)),
  );
  const named = own.length > 0 ? own : merged;
  const [finding] = named;
  if (finding === undefined) return { kind: "unknown" };
  if (named.length === 1) return { kind: "found", finding };
  return { kind: "ambiguous", ids: named.map(({ fingerprint }) => fingerprint) };
}
