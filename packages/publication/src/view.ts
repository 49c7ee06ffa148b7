import { type Concealment, concealmentOf, indexRules, type RuleIndex } from "@swarm-actions/report";
import type { PanelFinding, ReviewResult } from "@swarm-actions/review";
import { type HunkScopes, scopesOf } from "./hunk-scopes.ts";
import { fitIgnored } from "./ignored/seal-ignored.ts";
import type { IgnoredFinding, PublicationInput, PublicationSettings } from "./input.ts";
import { fingerprintsOf } from "./markers/finding-marker.ts";
import { type ShortIds, shortIdsOf } from "./short-ids.ts";

/** A finding that nobody wants to hear of, and whose word that is. */
export interface SilencedFinding {
  readonly finding: PanelFinding;
  readonly ignored: IgnoredFinding;
}

/** A review as it will be published. */
export interface ReviewView {
  /** Without what is ignored; the outcome follows. */
  readonly result: ReviewResult;
  readonly silenced: readonly SilencedFinding[];
  /** What of the list of ignored findings can be kept. */
  readonly ignored: readonly IgnoredFinding[];
  /** How many could not, and count again. */
  readonly droppedIgnored: number;
  readonly settings: PublicationSettings;
  readonly headSha: string;
  readonly rules: RuleIndex;
  readonly scopes: HunkScopes;
  readonly concealment: Concealment;
  readonly redact: (text: string) => string;
  readonly ids: ShortIds;
}

export function viewOf({ conversation, report, settings, ignored }: PublicationInput): ReviewView {
  const fitted = fitIgnored(ignored);
  const byId = new Map(fitted.kept.map((one) => [one.id, one]));
  const silenced = report.result.findings.flatMap((finding): SilencedFinding[] => {
    const print = fingerprintsOf(finding).find((id) => byId.has(id));
    const one = print === undefined ? undefined : byId.get(print);
    return one === undefined ? [] : [{ finding, ignored: one }];
  });
  return {
    result: without(report.result, new Set(silenced.map(({ finding }) => finding))),
    silenced,
    ignored: fitted.kept,
    droppedIgnored: fitted.dropped.length,
    settings,
    headSha: conversation.pullRequest.headSha,
    rules: indexRules(report.rules),
    scopes: scopesOf(report.change),
    concealment: concealmentOf(report),
    redact: report.redact ?? ((text) => text),
    ids: shortIdsOf(report.result.findings),
  };
}

function without(result: ReviewResult, left: ReadonlySet<PanelFinding>): ReviewResult {
  const findings = result.findings.filter((finding) => !left.has(finding));
  const { inline, fileLevel, summary, ...plan } = result.commentPlan;
  const stays = ({ finding }: { readonly finding: PanelFinding }): boolean => !left.has(finding);
  return {
    ...result,
    outcome: result.outcome === "findings" && findings.length === 0 ? "clean" : result.outcome,
    findings,
    commentPlan: {
      ...plan,
      inline: inline.filter((finding) => !left.has(finding)),
      fileLevel: fileLevel.filter(stays),
      summary: summary.filter(stays),
    },
  };
}
