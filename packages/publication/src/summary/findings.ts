import { counted } from "@swarm-actions/display";
import { headlineOf, placeName, standingWords } from "@swarm-actions/report";
import type { PanelFinding } from "@swarm-actions/review";
import type { ChosenComments } from "../comments/choose-comments.ts";
import type { SilencedFinding } from "../ignored/silence.ts";
import type { ReviewView } from "../view.ts";
import { votesLine } from "../votes-line.ts";
import { codeOf, wordsOf } from "../words.ts";
import { listItems, listRows } from "./list-items.ts";

const room = { table: 10_000, disputed: 4000, ignored: 4000 } as const;

/** Every finding that counts, with where it is said, and why not on its lines. */
export function findingsTable(
  findings: readonly PanelFinding[],
  told: ChosenComments["told"],
  view: ReviewView,
): string {
  if (findings.length === 0) return "";
  const row = (finding: PanelFinding): string => findingRow(finding, told, view);
  return [
    "| Severity | Finding | Where | Said | Id |",
    "|---|---|---|---|---|",
    ...listRows(findings, row, room.table, "finding"),
  ].join("\n");
}

function findingRow(finding: PanelFinding, told: ChosenComments["told"], view: ReviewView): string {
  const lone = finding.standing === "lone" ? ` (${standingWords.lone})` : "";
  const { title } = headlineOf(finding, view.rules);
  const place = told.get(finding);
  const cells = [
    `${finding.severity}${lone}`,
    wordsOf(title, 200),
    codeOf(placeName(finding), 200),
    place === undefined || place.where === "inline" ? "inline" : `here: ${place.why}`,
    `\`${view.ids(finding)}\``,
  ];
  return `| ${cells.join(" | ")} |`;
}

/** What the panel does not agree on, with what was said and by whom: dissent is shown, not hidden. */
export function disputedSection(findings: readonly PanelFinding[], view: ReviewView): string {
  if (findings.length === 0) return "";
  const item = (finding: PanelFinding): string =>
    `- ${finding.severity}: ${codeOf(placeName(finding), 200)} ${wordsOf(finding.message, 400)} (${votesLine(finding)}; \`${view.ids(finding)}\`)`;
  const title = `### Disputed: ${counted(findings.length, "finding")} without enough votes to count`;
  return `${title}\n\n${listItems(findings, item, room.disputed, "disputed finding")}`;
}

/** What somebody wants to hear no more of, and whose word that is. */
export function ignoredSection({ silenced, droppedIgnored, ids }: ReviewView): string {
  const item = ({ finding, ignored }: SilencedFinding): string => {
    const why = ignored.reason === "" ? "no reason given" : wordsOf(ignored.reason);
    const by = codeOf(ignored.by, 60);
    return `- ${finding.severity}: ${codeOf(placeName(finding), 200)} ${codeOf(finding.rule, 100)}, by ${by}: ${why} (\`${ids(finding)}\`)`;
  };
  const list = listItems(silenced, item, room.ignored, "ignored finding");
  const lost =
    droppedIgnored === 0
      ? ""
      : `${counted(droppedIgnored, "older ignored finding")} found no room here and will count again.`;
  if (list === "" && lost === "") return "";
  const parts = [`### Ignored: ${counted(silenced.length, "finding")}`, list, lost];
  return parts.filter((part) => part !== "").join("\n\n");
}
