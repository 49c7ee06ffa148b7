import { named } from "./check-vote.ts";
import type { Box } from "./opinion.ts";
import type { CountingRule } from "./rules/rule.ts";
import { isLevel, type Tally, tallyOf } from "./tally.ts";

/** The label that a rule decides, or why it decides none. */
export type Choice = { readonly label: string } | { readonly label: null; readonly reason: string };

/** The one label that meets the rule; of several the best, and none where the best are level. */
export function choose(rule: CountingRule, box: Box): Choice {
  if (box.opinions.length === 0) return { label: null, reason: "nobody voted" };
  const tally = tallyOf(rule.score(box));
  const met = [...tally.scores].filter(([label]) => rule.ruling(label, tally, box) === "met");
  const best = met.reduce((most, [, score]) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const [chosen, rival] = met.filter(([, score]) => isLevel(score, best));
  if (chosen !== undefined && rival === undefined) return { label: chosen[0] };
  return { label: null, reason: reasonFor(rule, tally, box) };
}

function reasonFor(rule: CountingRule, { leaders }: Tally, box: Box): string {
  const needs = `a label needs ${rule.needs(box)}`;
  const shown = leaders.slice(0, 3).map(named).join(", ");
  const more = leaders.length > 3 ? ` and ${leaders.length - 3} more` : "";
  if (leaders.length > 1) return `${shown}${more} are level; ${needs}`;
  return `${shown} leads among ${votersIn(rule, box)}; ${needs}`;
}

/** Several votes of one provider are one where a rule counts. */
function votersIn({ counts }: CountingRule, { opinions: { length } }: Box): string {
  return `${length} ${counts === "providers" ? "provider" : "vote"}${length === 1 ? "" : "s"}`;
}
