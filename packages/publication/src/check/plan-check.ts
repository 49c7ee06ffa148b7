import { outcomeTitle } from "@swarm-actions/report";
import { failsThreshold } from "@swarm-actions/review";
import type { ExistingCheck } from "../conversation.ts";
import type { DraftText } from "../draft.ts";
import type { CheckPlan } from "../plan.ts";
import { runLink } from "../run-link.ts";
import type { ReviewView } from "../view.ts";
import { checkSummary } from "./check-summary.ts";
import { checkIdOf, findOwnChecks } from "./own-check.ts";
import { planAnnotations } from "./plan-annotations.ts";

/** The check of the head commit; null when one says exactly this. */
export function planCheck(
  view: ReviewView,
  existing: readonly ExistingCheck[],
): CheckPlan<DraftText> | null {
  const { annotations, omitted } = planAnnotations(view);
  const conclusion = concludeCheck(view);
  const title = outcomeTitle(view.result);
  const summary = checkSummary(view, omitted);
  const owner = { key: view.settings.key, headSha: view.headSha };
  const ours = findOwnChecks(existing, owner);
  const externalId = checkIdOf(owner, [conclusion, title, summary, annotations]);
  const same = ours.some(
    (check) => check.externalId === externalId && check.status === "completed",
  );
  if (same) return null;
  return {
    name: view.settings.checkName,
    headSha: view.headSha,
    externalId,
    conclusion,
    title: plainText(title),
    summary: plainText(summary + runLink(view)),
    annotations,
    updates: ours[0]?.id ?? null,
  };
}

/**
 * Fails when nothing was reviewed, and when something is at least as severe as the settings allow.
 * What was reviewed only in part, or by a run of the fork, never succeeds: it is neutral.
 */
function concludeCheck({ result, settings }: ReviewView): CheckPlan["conclusion"] {
  if (result.outcome === "not-run") return "failure";
  if (settings.failOn !== null && failsThreshold(result, settings.failOn)) return "failure";
  return result.outcome === "partial" || settings.origin === "handed-over" ? "neutral" : "success";
}

function plainText(text: string): DraftText {
  return { text, hidden: [] };
}
