import { counted, wordsOf, writeWhileFits } from "@swarm-actions/display";
import { encodeState, type OutcomeReason, type PanelFinding } from "@swarm-actions/review";
import { CodeFrames } from "../code-frame.ts";
import { isDisputed } from "../group.ts";
import type { ReviewReport } from "../model.ts";
import { indexRules, type RuleIndex } from "../rule-index.ts";
import { type FailedAgents, failedAgents } from "../text/vote-lines.ts";
import { outcomeSentence, outcomeTitle } from "../wording.ts";
import { disputedItem, findingBlock, findingLine, findingRow } from "./finding.ts";
import { agentsSection, coverageSection } from "./sections.ts";

/** What GitHub takes as the body of a comment. */
const limit = 65_536;
const stateLength = 16_000;
const tableRoom = 9000;
const disputedRoom = 4000;
const overflowRoom = 5000;
const reasonRoom = 2000;

/**
 * A review for a comment, a job summary or a paste: at most 65,536 characters, what does not fit
 * listed. Ends with the hidden state that the next review starts from.
 */
export function renderMarkdown(report: ReviewReport): string {
  const { result } = report;
  const rules = indexRules(report.rules);
  const failed = failedAgents(result.agents);
  const frames = new CodeFrames(report);
  const counting = result.findings.filter((finding) => !isDisputed(finding));
  const before = [headline(report), table(counting, rules)];
  const after = [
    disputedSection(result.findings.filter(isDisputed), failed),
    coverageSection(result),
    agentsSection(result),
    encodeState(result.state, stateLength),
  ];
  const used = sizeOf(before) + sizeOf(after);
  const block = (finding: PanelFinding): string => findingBlock(finding, frames, rules, failed);
  const details = detailsSection(counting, block, limit - used);
  return guardState(
    `${[...before, details, ...after].filter((part) => part !== "").join("\n\n")}\n`,
  );
}

function sizeOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length + 2, 2);
}

/** Only our own state may look like one: a second would make the next review refuse both. */
function guardState(markdown: string): string {
  const mark = "<!-- swarm-actions:state ";
  const own = markdown.lastIndexOf(mark);
  return markdown.slice(0, own).replaceAll(mark, "<!-- swarm-actions_state ") + markdown.slice(own);
}

function headline({ result }: ReviewReport): string {
  const item = ({ message }: OutcomeReason): string => `- ${wordsOf(message)}`;
  const list = writeWhileFits(result.reasons, item, reasonRoom, 1).join("\n");
  return [`## Review: ${outcomeTitle(result)}`, outcomeSentence(result), list]
    .filter((part) => part !== "")
    .join("\n\n");
}

function table(findings: readonly PanelFinding[], rules: RuleIndex): string {
  if (findings.length === 0) return "";
  const row = (finding: PanelFinding): string => findingRow(finding, rules);
  const taken = writeWhileFits(findings, row, tableRoom, 1);
  const more = findings.length - taken.length;
  return [
    "| Severity | Finding | Where | Agents |",
    "|---|---|---|---|",
    ...taken,
    ...(more > 0 ? ["", `And ${counted(more, "finding")} more.`] : []),
  ].join("\n");
}

function detailsSection(
  findings: readonly PanelFinding[],
  block: (finding: PanelFinding) => string,
  room: number,
): string {
  if (findings.length === 0) return "";
  const taken = writeWhileFits(findings, block, room - overflowRoom - 100, 2);
  const rest = findings.slice(taken.length);
  return ["### Findings", ...taken, ...overflow(rest)].join("\n\n");
}

function overflow(findings: readonly PanelFinding[]): string[] {
  if (findings.length === 0) return [];
  const taken = writeWhileFits(findings, findingLine, overflowRoom - 300, 1);
  const more = findings.length - taken.length;
  const last = more > 0 ? [`- and ${counted(more, "finding")} more`] : [];
  return [
    `#### ${counted(findings.length, "finding")} not shown in full`,
    [...taken, ...last].join("\n"),
  ];
}

function disputedSection(findings: readonly PanelFinding[], failed: FailedAgents): string {
  if (findings.length === 0) return "";
  const item = (finding: PanelFinding): string => disputedItem(finding, failed);
  const taken = writeWhileFits(findings, item, disputedRoom, 1);
  const more = findings.length - taken.length;
  return [
    `### Disputed: ${counted(findings.length, "finding")} without enough votes to count`,
    "",
    ...taken,
    ...(more > 0 ? [`- and ${counted(more, "disputed finding")} more`] : []),
  ].join("\n");
}
