import { type Concealment, concealmentOf, indexRules, type RuleIndex } from "@swarm-actions/report";
import { type HunkScopes, scopesOf } from "./hunk-scopes.ts";
import { type SilencedReview, silence } from "./ignored/silence.ts";
import type { PublicationInput, PublicationSettings } from "./input.ts";
import { type ShortIds, shortIdsOf } from "./short-ids.ts";

/** A review as it will be published. */
export interface ReviewView extends SilencedReview {
  readonly settings: PublicationSettings;
  readonly headSha: string;
  readonly rules: RuleIndex;
  readonly scopes: HunkScopes;
  readonly concealment: Concealment;
  readonly redact: (text: string) => string;
  readonly ids: ShortIds;
}

export function viewOf({ conversation, report, settings, ignored }: PublicationInput): ReviewView {
  return {
    ...silence(report.result, ignored),
    settings,
    headSha: conversation.pullRequest.headSha,
    rules: indexRules(report.rules),
    scopes: scopesOf(report.change),
    concealment: concealmentOf(report),
    redact: report.redact ?? ((text) => text),
    ids: shortIdsOf(report.result.findings),
  };
}
