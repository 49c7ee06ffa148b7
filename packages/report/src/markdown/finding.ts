import { fenceOf } from "@swarm-actions/core";
import { codeOf, counted, proseOf, wordsOf } from "@swarm-actions/display";
import type { PanelFinding } from "@swarm-actions/review";
import type { CodeFrames } from "../code-frame.ts";
import { headlineOf } from "../headline.ts";
import type { RuleIndex } from "../rule-index.ts";
import { suggestedEdit } from "../suggestion.ts";
import { frameLines } from "../text/frame.ts";
import { pageOf } from "../text/page.ts";
import type { FailedAgents } from "../text/vote-lines.ts";
import { placeName, standingWords, voteSentence } from "../wording.ts";

const page = pageOf(false, 120);
const longestTitle = 200;

/** One row of the table of findings. */
export function findingRow(finding: PanelFinding, rules: RuleIndex): string {
  const lone = finding.standing === "lone" ? ` (${standingWords.lone})` : "";
  const { title, documented } = headlineOf(finding, rules);
  const rule = documented ? "" : ` ${codeOf(finding.rule, 100)}`;
  const cells = [
    `${finding.severity}${lone}`,
    `${wordsOf(title, longestTitle)}${rule}`,
    codeOf(placeName(finding), 200),
    voteSentence(finding),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** One finding in full. */
export function findingBlock(
  finding: PanelFinding,
  frames: CodeFrames,
  rules: RuleIndex,
  failed: FailedAgents,
): string {
  const { title, rest } = headlineOf(finding, rules);
  const frame = frames.frame(finding);
  const parts = [
    `#### ${finding.severity}: ${wordsOf(title, longestTitle)}`,
    placeLine(finding),
    proseOf(rest),
    frame === null ? "" : fenceOf(frameLines(page, frame, ""), "text"),
    suggestionBlock(finding, frames),
    votesLine(finding, failed),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** One line that stands for a finding of which no more can be shown. */
export function findingLine(finding: PanelFinding): string {
  return `- ${finding.severity}: ${codeOf(placeName(finding), 200)} ${codeOf(finding.rule, 100)}`;
}

/** A finding that the panel does not agree on: what was said, and by whom. */
export function disputedItem(finding: PanelFinding, failed: FailedAgents): string {
  const message = wordsOf(finding.message, 500);
  return `${findingLine(finding)}: ${message} (${votesLine(finding, failed)})`;
}

function placeLine(finding: PanelFinding): string {
  const lone = finding.standing === "lone" ? `, ${standingWords.lone}` : "";
  return `${codeOf(placeName(finding))} · ${finding.category} · ${codeOf(finding.rule, 100)}${lone}`;
}

function suggestionBlock(finding: PanelFinding, frames: CodeFrames): string {
  const edit = suggestedEdit(finding, frames);
  if (edit === null) return "";
  const lines = edit.lines.map(({ kind, text }) => `${kind === "added" ? "+" : "-"}${text}`);
  const more = edit.omitted > 0 ? [`  … ${counted(edit.omitted, "more line")}`] : [];
  return `Suggestion:\n\n${fenceOf([...lines, ...more], "diff")}`;
}

/** As in text, an agent that was never to judge it is left out, and one that failed is named. */
function votesLine(finding: PanelFinding, failed: FailedAgents): string {
  const { yes, no, missing } = finding.votes;
  const lacking = missing.filter((name) => failed.has(name));
  const parts = [
    `Said by ${names(yes)} (${voteSentence(finding)})`,
    no.length > 0 ? `silent: ${names(no)}` : "",
    lacking.length > 0 ? `no vote, because they failed: ${names(lacking)}` : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function names(agents: readonly string[]): string {
  const shown = agents.slice(0, 20).map((name) => codeOf(name, 60));
  return agents.length > 20 ? `${shown.join(", ")} and more` : shown.join(", ");
}
