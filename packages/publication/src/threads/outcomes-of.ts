import type { Conversation } from "../conversation.ts";
import { scopesOf } from "../hunk-scopes.ts";
import type { PublicationInput } from "../input.ts";
import { fingerprintsOf } from "../markers/finding-marker.ts";
import type { PublishedFinding } from "../published/published-finding.ts";
import type { PublishedReview } from "../published/read-published.ts";
import { type OurThread, ourThreads } from "./our-threads.ts";
import { goneIn } from "./plan-resolutions.ts";

/** What became of a finding that was published, and which agents had said it. */
export interface FindingOutcome {
  /** The finding's fingerprint. */
  readonly id: string;
  /** Fingerprints of what was merged into it; another of them may speak for it in another review. */
  readonly aliases: readonly string[];
  readonly outcome: "accepted" | "dismissed" | "ignored";
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** A review of now, and which review of the pull request it goes on with. */
type JudgedReview = Pick<PublicationInput, "conversation" | "report" | "ignored"> & {
  readonly settings: Pick<PublicationInput["settings"], "key">;
};

/**
 * What people made of the findings of the last review. `accepted`: what its thread is about has changed, and
 * the finding is gone. `dismissed`: somebody resolved its thread, and the finding is still there. `ignored`:
 * somebody said so. Of the others nothing is known yet. A finding that is dismissed or ignored is told of in
 * each run until it is gone.
 */
export function outcomesOf(
  { conversation, report, settings, ignored }: JudgedReview,
  last: Pick<PublishedReview, "findings">,
): readonly FindingOutcome[] {
  const threads = threadsByPrint(conversation, settings.key);
  const present = new Set(report.result.findings.flatMap(fingerprintsOf));
  const silenced = new Set(ignored.map(({ id }) => id));
  const isGone = goneIn(report.result, scopesOf(report.change));
  return last.findings.flatMap((finding): FindingOutcome[] => {
    const about = finding.fingerprints.flatMap((print) => threads.get(print) ?? []);
    const isPresent = finding.fingerprints.some((print) => present.has(print));
    if (finding.fingerprints.some((print) => silenced.has(print)))
      return [told(finding, "ignored")];
    if (about.some(isGone)) return [told(finding, "accepted")];
    if (isPresent && about.length > 0 && about.every(({ isResolved }) => isResolved)) {
      return [told(finding, "dismissed")];
    }
    return [];
  });
}

function threadsByPrint(
  conversation: Conversation,
  key: string,
): ReadonlyMap<string, readonly OurThread[]> {
  const threads = new Map<string, OurThread[]>();
  for (const thread of ourThreads(conversation, key)) {
    for (const print of thread.marker.fingerprints) {
      threads.set(print, [...(threads.get(print) ?? []), thread]);
    }
  }
  return threads;
}

function told(
  { fingerprints, votes: { yes, no } }: PublishedFinding,
  outcome: FindingOutcome["outcome"],
): FindingOutcome {
  const [id = "", ...aliases] = fingerprints;
  return { id, aliases, outcome, yes, no };
}
