import { compareFindings, compareSeverities } from "../finding/compare.ts";
import type { Finding } from "../finding/model.ts";

/**
 * The member whose words, place, category and fingerprint stand for all: the surest; among equally
 * sure ones the one that takes it most seriously, then the one that says most, then the first in
 * the order of findings.
 */
export function chooseSpeaker(members: readonly Finding[]): Finding {
  const [first, ...rest] = members;
  if (first === undefined) throw new RangeError("a cluster has at least one member");
  return rest.reduce((best, other) => (compareSpeakers(other, best) < 0 ? other : best), first);
}

function compareSpeakers(a: Finding, b: Finding): number {
  return (
    b.confidence - a.confidence ||
    compareSeverities(a.severity, b.severity) ||
    b.message.length - a.message.length ||
    compareFindings(a, b)
  );
}
