import { visibleLine } from "@swarm-actions/display";
import type { ReviewResult } from "@swarm-actions/review";
import type { HunkScopes } from "../hunk-scopes.ts";
import type { IgnoredFinding } from "../input.ts";
import { fingerprintsOf } from "../markers/finding-marker.ts";
import type { ThreadPlan } from "../plan.ts";
import type { OurThread } from "./our-threads.ts";

/**
 * Which threads are done: somebody just said that the finding be ignored; or what they are about has
 * changed and the finding is gone. Never one in which anybody but programs wrote, nor one that the token
 * may not resolve: it would be refused again on every run.
 * @param newlyIgnored only those: whoever opens such a thread again wants it open
 */
export function planResolutions(
  threads: readonly OurThread[],
  result: ReviewResult,
  scopes: HunkScopes,
  newlyIgnored: readonly IgnoredFinding[],
): readonly ThreadPlan[] {
  const isGone = goneIn(result, scopes);
  const open = threads.filter(
    ({ isResolved, isDiscussed, canResolve }) => !isResolved && !isDiscussed && canResolve,
  );
  return open.flatMap((thread): ThreadPlan[] => {
    const { nodeId, path, marker } = thread;
    const ignored = newlyIgnored.find(({ id }) => marker.fingerprints.includes(id));
    if (ignored === undefined && !isGone(thread)) return [];
    const why = ignored === undefined ? "is gone, and its lines have changed" : "is ignored now";
    return [
      { nodeId, reason: `${marker.fingerprints[0]?.slice(0, 8)} in ${visibleLine(path)} ${why}` },
    ];
  });
}

/** Where something was not reviewed, that a finding is gone proves nothing. */
export function goneIn(
  { findings, outcome }: ReviewResult,
  scopes: HunkScopes,
): (thread: OurThread) => boolean {
  if (outcome !== "clean" && outcome !== "findings") return () => false;
  const present = new Set(findings.flatMap(fingerprintsOf));
  return ({ isOutdated, marker }) => {
    const hasChanged = isOutdated || !scopes.holds(marker.scope);
    return hasChanged && !marker.fingerprints.some((print) => present.has(print));
  };
}
