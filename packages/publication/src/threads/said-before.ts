import type { PanelFinding, RefusedState, ReviewState } from "@swarm-actions/review";
import type { HunkScopes } from "../hunk-scopes.ts";
import { fingerprintsOf } from "../markers/finding-marker.ts";
import type { OurThread } from "./our-threads.ts";

/** What our threads say of a finding. */
export interface SaidBefore {
  /** It need not be said again. */
  readonly stands: (finding: PanelFinding) => boolean;
  /** It was said once, whatever became of it. */
  readonly once: (finding: PanelFinding) => boolean;
}

/**
 * What an open thread says stands. What a resolved one says does too while its lines are as they were,
 * since somebody resolved it to hear no more of it; unless the last review knew nothing of the finding:
 * then it was gone in between, and has come back.
 */
export function createSaidBefore(
  threads: readonly OurThread[],
  scopes: HunkScopes,
  last: ReviewState | RefusedState | null,
): SaidBefore {
  const standing = new Set<string>();
  const ever = new Set<string>();
  const known = knownTo(last);
  for (const { isResolved, marker } of threads) {
    for (const print of marker.fingerprints) {
      ever.add(print);
      if (!isResolved || (scopes.holds(marker.scope) && known(print))) standing.add(print);
    }
  }
  return {
    stands: (finding) => fingerprintsOf(finding).some((print) => standing.has(print)),
    once: (finding) => fingerprintsOf(finding).some((print) => ever.has(print)),
  };
}

function knownTo(last: ReviewState | RefusedState | null): (print: string) => boolean {
  if (last === null || "refused" in last) return () => true;
  const prints = new Set(last.findings.map(({ finding }) => finding.fingerprint));
  return (print) => prints.has(print);
}
