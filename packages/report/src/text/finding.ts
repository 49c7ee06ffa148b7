import { cutText } from "@swarm-actions/core";
import { visible, visibleLine, wrap } from "@swarm-actions/display";
import type { PanelFinding } from "@swarm-actions/review";
import type { CodeFrames } from "../code-frame.ts";
import { headlineOf } from "../headline.ts";
import type { RuleIndex } from "../rule-index.ts";
import { suggestedEdit } from "../suggestion.ts";
import { placeName, standingWords } from "../wording.ts";
import { editLines, frameLines } from "./frame.ts";
import type { Page } from "./page.ts";
import { type FailedAgents, voteLines } from "./vote-lines.ts";

const indent = "    ";

/** What the findings of one review have in common. */
export interface FindingContext {
  readonly page: Page;
  readonly frames: CodeFrames;
  readonly rules: RuleIndex;
  readonly failed: FailedAgents;
}

/** One finding with its code, its votes and its suggestion. */
export function findingLines(finding: PanelFinding, context: FindingContext): string[] {
  const { page, frames, rules, failed } = context;
  const { title, rest } = headlineOf(finding, rules);
  const frame = frames.frame(finding);
  const edit = suggestedEdit(finding, frames);
  return [
    ...headLines(page, finding, title),
    ...(frame === null ? [] : frameLines(page, frame, indent)),
    ...(rest === "" ? [] : wrap(page, cutText(visible(rest), 4000), indent)),
    ...(edit === null ? [] : editLines(page, edit, indent)),
    ...voteLines(page, finding, failed, indent),
    "",
  ];
}

/** The same in two lines or three, for findings the panel does not agree on. */
export function disputedLines(finding: PanelFinding, { page, failed }: FindingContext): string[] {
  const head = `${finding.severity}  ${visibleLine(placeName(finding))}  ${visibleLine(finding.rule)}`;
  return [
    ...wrap(page, head, "  "),
    ...wrap(page, cutText(visible(finding.message), 4000), indent),
    ...voteLines(page, finding, failed, indent),
    "",
  ].map((line) => (line === "" ? "" : page.paint.dim(line)));
}

function headLines(page: Page, finding: PanelFinding, title: string): string[] {
  const severity = page.severity[finding.severity](finding.severity);
  const lone = finding.standing === "lone" ? ` [${standingWords.lone}]` : "";
  const at = `${visibleLine(placeName(finding))}  ${visibleLine(finding.rule)}`;
  return [
    ...wrap(page, `${severity}  ${page.paint.bold(visibleLine(title))}${lone}`, "  "),
    ...wrap(page, page.paint.dim(at), indent),
  ];
}
