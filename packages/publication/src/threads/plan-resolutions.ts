import { visibleLine } from "@swarm-actions/report";
import type { ReviewResult } from "@swarm-actions/review";
import type { HunkScopes } from "../hunk-scopes.ts";
import { fingerprintsOf } from "../markers/finding-marker.ts";
import type { ThreadPlan } from "../plan.ts";
import type { OurThread } from "./our-threads.ts";

/**
 * Which threads are done: what they are about has changed, the finding is gone, and nobody but programs
 * wrote in them. Where something was not reviewed, that a finding is gone proves nothing.
 */
export function planResolutions(
  threads: readonly OurThread[],
  { findings, outcome }: ReviewResult,
  scopes: HunkScopes,
): readonly ThreadPlan[] {
  if (outcome !== "clean" && outcome !== "findings") return [];
  const present = new Set(findings.flatMap(fingerprintsOf));
  const done = threads.filter(({ isResolved, isDiscussed, isOutdated, marker }) => {
    const hasChanged = isOutdated || !scopes.holds(marker.scope);
    const isGone = !marker.fingerprints.some((print) => present.has(print));
    return !isResolved && !isDiscussed && hasChanged && isGone;
  });
  return done.map(({ nodeId, path, marker }) => ({
    nodeId,
    reason: `${marker.fingerprints[0]?.slice(0, 8)} in ${visibleLine(path)} is gone, and its lines have changed`,
  }));
}
