import { counted } from "@swarm-actions/display";
import { countBySeverity, isDisputed, outcomeSentence, outcomeTitle } from "@swarm-actions/report";
import type { OutcomeReason } from "@swarm-actions/review";
import type { ChosenComments } from "../comments/choose-comments.ts";
import type { ReviewView } from "../view.ts";
import { wordsOf } from "../words.ts";
import { agentsSection } from "./agents.ts";
import { commandsSection } from "./commands.ts";
import { coverageSection } from "./coverage.ts";
import { disputedSection, findingsTable, ignoredSection } from "./findings.ts";
import { listItems } from "./list-items.ts";

/**
 * The sticky comment as people read it. No time, no duration, no cost and no word of what was carried
 * over: the same review of the same commit gives the same bytes, so that nothing is written again.
 */
export function summaryText(view: ReviewView, told: ChosenComments["told"]): string {
  const { result } = view;
  const sections = [
    `## Review: ${outcomeTitle(result)}`,
    headline(view),
    listItems(result.reasons, reasonItem, 2000, "reason"),
    findingsTable(
      result.findings.filter((finding) => !isDisputed(finding)),
      told,
      view,
    ),
    disputedSection(result.findings.filter(isDisputed), view),
    ignoredSection(view),
    coverageSection(result.coverage),
    agentsSection(result.agents),
    commandsSection(),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function headline({ result, headSha, settings, silenced }: ReviewView): string {
  const counting = countBySeverity(result.findings.filter((finding) => !isDisputed(finding)));
  const counts = counting
    .map(({ severity, count }) => `${count.toLocaleString("en-US")} ${severity}`)
    .join(", ");
  const ignored = silenced.length > 0 ? ` ${counted(silenced.length, "finding")} ignored.` : "";
  const handedOver =
    settings.origin === "handed-over"
      ? " The agents were asked by a run of the fork, whose word this is."
      : "";
  const of = counts === "" ? "" : ` **${counts}.**`;
  return `${outcomeSentence(result)}${of}${ignored} Reviewed at \`${headSha.slice(0, 10)}\`.${handedOver}`;
}

function reasonItem({ message }: OutcomeReason): string {
  return `- ${wordsOf(message)}`;
}
