import type { PanelFinding } from "@swarm-actions/review";
import type { CodeFrames } from "../code-frame.ts";
import { type RuleIndex, titleOf } from "../rule-index.ts";
import { suggestedEdit } from "../suggestion.ts";
import { shorten, visible, visibleLine } from "../visible.ts";
import { placeName, standingWords, voteSentence } from "../wording.ts";
import { editLines, frameLines } from "./frame.ts";
import { type Page, wrap } from "./page.ts";

const indent = "    ";

/** One finding with its code, its votes and its suggestion. */
export function findingLines(
  page: Page,
  finding: PanelFinding,
  frames: CodeFrames,
  rules: RuleIndex,
): string[] {
  const frame = frames.frame(finding);
  const edit = suggestedEdit(finding, frames);
  return [
    ...headLines(page, finding, rules),
    ...(frame === null ? [] : frameLines(page, frame, indent)),
    ...wrap(page, shorten(visible(finding.message), 4000), indent),
    ...(edit === null ? [] : editLines(page, edit, indent)),
    ...voteLines(page, finding),
    "",
  ];
}

/** The same in two lines or three, for findings the panel does not agree on. */
export function disputedLines(page: Page, finding: PanelFinding): string[] {
  const head = `${finding.severity}  ${visibleLine(placeName(finding))}  ${visibleLine(finding.rule)}`;
  return [
    ...wrap(page, head, "  "),
    ...wrap(page, shorten(visible(finding.message), 4000), indent),
    ...voteLines(page, finding),
    "",
  ].map((line) => (line === "" ? "" : page.paint.dim(line)));
}

function headLines(page: Page, finding: PanelFinding, rules: RuleIndex): string[] {
  const severity = page.severity[finding.severity](finding.severity);
  const title = visibleLine(titleOf(finding, rules));
  const rule = visibleLine(finding.rule);
  const lone = finding.standing === "lone" ? ` [${standingWords.lone}]` : "";
  const place = visibleLine(placeName(finding));
  return [
    ...wrap(page, `${severity}  ${page.paint.bold(title)}${lone}`, "  "),
    ...wrap(page, page.paint.dim(title === rule ? place : `${place}  ${rule}`), indent),
  ];
}

function voteLines(page: Page, finding: PanelFinding): string[] {
  const { yes, no, missing } = finding.votes;
  const parts = [
    `said by ${names(yes)} (${voteSentence(finding)})`,
    no.length > 0 ? `silent: ${names(no)}` : "",
    missing.length > 0 ? `no vote: ${names(missing)}` : "",
  ];
  return wrap(page, page.paint.dim(parts.filter((part) => part !== "").join("; ")), indent);
}

function names(agents: readonly string[]): string {
  return agents.map(visibleLine).join(", ");
}
