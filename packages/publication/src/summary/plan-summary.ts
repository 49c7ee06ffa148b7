import { canonicalJson, digest } from "@swarm-actions/core";
import type { HiddenPart } from "@swarm-actions/gate";
import type { ReviewResult } from "@swarm-actions/review";
import type { ChosenComments } from "../comments/choose-comments.ts";
import type { ExistingComment } from "../conversation.ts";
import type { DraftText } from "../draft.ts";
import { sealIgnored } from "../ignored/seal-ignored.ts";
import { writeHiddenLine } from "../markers/hidden-line.ts";
import type { SummaryPlan } from "../plan.ts";
import { sealFindings } from "../published/seal-findings.ts";
import { sealReviewState } from "../published/seal-review-state.ts";
import { runLink } from "../run-link.ts";
import type { ReviewView } from "../view.ts";
import { summaryText } from "./summary-text.ts";

/** The sticky comment that stands already, and what it says it says. */
export interface LastSummary {
  readonly comment: ExistingComment | null;
  readonly digest: string | null;
}

/** Makes, brings up to date, or keeps the one sticky comment. */
export function planSummary(
  view: ReviewView,
  told: ChosenComments["told"],
  { findings, state }: ReviewResult,
  { comment, digest: last }: LastSummary,
): SummaryPlan<DraftText> {
  const text = summaryText(view, told);
  const carried = [
    ...(view.ignored.length === 0 ? [] : [ignoredPart(view)]),
    sealFindings(findings, view.redact),
    sealReviewState(state, view.redact),
  ];
  const content = [text, view.headSha, view.settings.origin, carried.map((part) => part.text)];
  const now = digest(canonicalJson(content), 32);
  if (comment !== null && now === last) return { kind: "keep", id: comment.id };
  // Which run it was changes with every run, so it takes no part in what is compared.
  const body = { text: text + runLink(view), hidden: [...markers(view, now), ...carried] };
  if (comment === null) return { kind: "create", body };
  return { kind: "update", id: comment.id, nodeId: comment.nodeId, body };
}

function markers({ settings, headSha }: ReviewView, now: string): readonly HiddenPart[] {
  const reviewed = writeHiddenLine("reviewed", [headSha, now, settings.origin]);
  return [
    { text: writeHiddenLine("summary", [settings.key]), packed: "", required: true },
    { text: reviewed, packed: "", required: true },
  ];
}

function ignoredPart({ ignored }: ReviewView): HiddenPart {
  return { text: sealIgnored(ignored), packed: canonicalJson(ignored), required: false };
}
