import type { Conversation } from "../conversation.ts";
import { readVotesMarker } from "../markers/votes-marker.ts";
import { readPublished } from "../published/read-published.ts";
import { type OurThread, ourThreads } from "./our-threads.ts";
import type { FindingOutcome } from "./outcomes-of.ts";

/**
 * What people made of a merged pull request's findings, by what stands on it; nobody reviews it again.
 * `ignored`: somebody said so. `dismissed`: the last review found it still, and its threads are resolved.
 * `accepted`: the last review, of the commit that was merged, did not, and its lines have changed or its
 * threads are resolved. Who said it is what its comment tells.
 */
export function outcomesAtMerge(
  conversation: Conversation,
  key: string,
): readonly FindingOutcome[] {
  const last = readPublished(conversation, key);
  if (last.headSha !== conversation.pullRequest.headSha) return [];
  const present = new Set(last.findings.flatMap(({ fingerprints }) => fingerprints));
  const ignored = new Set(last.ignored.map(({ id }) => id));
  return ourThreads(conversation, key).flatMap((thread): FindingOutcome[] => {
    const votes = readVotesMarker(thread.comments[0]?.body ?? "");
    const outcome = outcomeOf(thread, present, ignored);
    const [id, ...aliases] = thread.marker.fingerprints;
    if (votes === null || outcome === null || id === undefined) return [];
    return [{ id, aliases, outcome, ...votes }];
  });
}

function outcomeOf(
  { marker: { fingerprints }, isResolved, isOutdated }: OurThread,
  present: ReadonlySet<string>,
  ignored: ReadonlySet<string>,
): FindingOutcome["outcome"] | null {
  if (fingerprints.some((print) => ignored.has(print))) return "ignored";
  if (fingerprints.some((print) => present.has(print))) return isResolved ? "dismissed" : null;
  return isResolved || isOutdated ? "accepted" : null;
}
