import { compareText } from "@swarm-actions/core";
import { type KnownReliability, trustIn } from "@swarm-actions/swarm";
import type { Change } from "./change.ts";
import { planComments } from "./comment-plan/plan-comments.ts";
import { buildLedger } from "./coverage/build-ledger.ts";
import type { Finding, Place } from "./finding/model.ts";
import { type Hearing, hearPanel } from "./hearing/hear-panel.ts";
import type { RefusedState, ReviewState } from "./incremental/model.ts";
import { rememberReview } from "./incremental/remember-review.ts";
import { mergeFindings } from "./merge/merge-findings.ts";
import { decideOutcome } from "./outcome/decide-outcome.ts";
import { sumUsage } from "./outcome/sum-usage.ts";
import type { Panel, PanelMember } from "./panel.ts";
import type { AgentReport, ReviewResult } from "./result.ts";
import { compileRulePolicy } from "./scope/rule-policy.ts";
import { type ReviewScope, scopeReview } from "./scope/scope-review.ts";
import type { ReviewSettings } from "./settings.ts";

export interface ReviewRequest {
  readonly change: Change;
  readonly panel: Panel;
  readonly settings: ReviewSettings;
  /** Digest of whatever else decides the answer: agents, their models and settings. */
  readonly panelDigest: string;
  /** The last review of this change, as `decodeState` gives it; null for a first one. */
  readonly previous: ReviewState | RefusedState | null;
  /**
   * What became of voters' earlier findings, for rules that weigh votes; default nothing. It is waited for
   * once the panel has answered, so that nobody is held up while it is read.
   */
  readonly known?: KnownReliability | Promise<KnownReliability>;
}

/** What a review has once the panel has answered. */
interface Answers {
  readonly scope: ReviewScope;
  /** By name. */
  readonly members: readonly PanelMember[];
  readonly hearing: Hearing;
  /** The new findings and those that stay from the last review. */
  readonly findings: readonly Finding[];
}

/**
 * Reviews a change: scope, ask, check, merge, account, plan. Durations apart, the same change, settings,
 * answers and reliabilities give the same bytes, in whatever order the agents are listed or answer.
 * @throws CodedError `consensus/…` when the consensus rule or an agent's weight makes no sense.
 */
export async function reviewChange(request: ReviewRequest): Promise<ReviewResult> {
  const scope = scopeReview(request);
  const members = await askPanel(request.panel, scope);
  const answers = checkAnswers(scope, members, request.settings);
  return conclude(answers, request.settings, (await request.known) ?? new Map());
}

async function askPanel(panel: Panel, { task }: ReviewScope): Promise<readonly PanelMember[]> {
  return [...(await panel.review(task))].sort((a, b) => compareText(a.name, b.name));
}

function checkAnswers(
  scope: ReviewScope,
  members: readonly PanelMember[],
  settings: ReviewSettings,
): Answers {
  const carried = scope.carry.findings;
  const policy = compileRulePolicy(settings.rules);
  const hearing = hearPanel(members, { ...scope, carried, policy });
  return { scope, members, hearing, findings: [...carried, ...hearing.findings] };
}

function conclude(
  answers: Answers,
  settings: ReviewSettings,
  known: KnownReliability,
): ReviewResult {
  const { scope, members } = answers;
  const { consensus: rule } = settings;
  const { findings, note } = mergeFindings(answers.findings, members, rule, scope.diff, known);
  const coverage = buildLedger(scope.files, members, scope.carry.hunks);
  const agents = reportAgents(answers, (name) => trustIn(name, rule, known));
  return {
    ...decideOutcome(coverage, members, findings, note),
    findings,
    coverage,
    agents,
    usage: sumUsage(agents),
    commentPlan: planComments(findings, {
      positions: scope.positions,
      isCarried: (place) => isCarried(place, scope),
      maxInline: settings.maxInlineComments,
    }),
    state: remember(answers),
    incremental: scope.carry.incremental,
  };
}

function reportAgents(
  { members, hearing, findings }: Answers,
  trustOf: (name: string) => number | null,
): readonly AgentReport[] {
  const said = Map.groupBy(findings, ({ agent }) => agent);
  return members.map(({ name, report }) => {
    const trust = trustOf(name);
    return {
      ...report,
      findings: said.get(name)?.length ?? 0,
      corrections: hearing.corrections.get(name) ?? report.corrections,
      ...(trust === null ? {} : { trust }),
    };
  });
}

function isCarried(place: Place, { findHunk, carry }: ReviewScope): boolean {
  const hunk = findHunk(place);
  return hunk !== null && carry.hunks.has(hunk.fingerprint);
}

function remember({ scope, members, hearing, findings }: Answers): ReviewState {
  const { panel, hunks, carry, findHunk } = scope;
  const carried = carry.hunks;
  const { unsettledPaths } = hearing;
  return rememberReview({ panel, hunks, carried, members, findings, unsettledPaths, findHunk });
}
