import { compareFindings } from "../finding/compare.ts";
import type { Finding } from "../finding/model.ts";

/** Groups findings by meaning; each group in the order of `compareFindings`, never empty. */
export function clusterFindings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const clusters = new Map<string, Finding[]>();
  for (const finding of [...findings].sort(compareFindings)) {
    const cluster = clusters.get(finding.fingerprint) ?? [];
    clusters.set(finding.fingerprint, cluster);
    cluster.push(finding);
  }
  return [...clusters.values()];
}
