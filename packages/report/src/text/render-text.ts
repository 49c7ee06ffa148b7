import type { PanelFinding } from "@swarm-actions/review";
import { counted } from "../amounts.ts";
import { CodeFrames } from "../code-frame.ts";
import { type FindingGroup, groupByFile, isDisputed } from "../group.ts";
import type { ReviewReport } from "../model.ts";
import { indexRules, type RuleIndex } from "../rule-index.ts";
import { visible, visibleLine } from "../visible.ts";
import { outcomeSentence } from "../wording.ts";
import { disputedLines, findingLines } from "./finding.ts";
import { type Page, pageOf, wrap } from "./page.ts";
import { agentLines, coverageLines, usageLines } from "./sections.ts";

export interface TextOptions {
  /** Whether to colour with terminal escapes. */
  readonly color: boolean;
  /** Columns of the terminal; 40 to 120 are used. */
  readonly width: number;
}

/** A review for people at a terminal. Nothing from the change or an agent can reach the terminal raw. */
export function renderText(report: ReviewReport, { color, width }: TextOptions): string {
  const page = pageOf(color, width);
  const { result } = report;
  const frames = new CodeFrames(report);
  const rules = indexRules(report.rules);
  const counting = result.findings.filter((finding) => !isDisputed(finding));
  const lines = [
    ...groupByFile(counting).flatMap((group) => groupLines(page, group, frames, rules)),
    ...disputedSection(page, result.findings.filter(isDisputed)),
    ...coverageLines(page, result),
    ...agentLines(page, result.agents),
    ...usageLines(page, result),
    ...outcomeLines(page, report),
  ];
  return `${lines.join("\n")}\n`;
}

function groupLines(
  page: Page,
  { path, findings }: FindingGroup,
  frames: CodeFrames,
  rules: RuleIndex,
): string[] {
  const title = path === null ? "The whole change" : visibleLine(path);
  return [
    ...wrap(page, page.paint.bold(title), ""),
    "",
    ...findings.flatMap((finding) => findingLines(page, finding, frames, rules)),
  ];
}

function disputedSection(page: Page, findings: readonly PanelFinding[]): string[] {
  if (findings.length === 0) return [];
  const title = `Disputed: ${counted(findings.length, "finding")} without enough votes to count`;
  return [
    ...wrap(page, page.paint.dim(title), ""),
    "",
    ...findings.flatMap((finding) => disputedLines(page, finding)),
  ];
}

function outcomeLines(page: Page, { result }: ReviewReport): string[] {
  const paint = result.outcome === "clean" ? page.paint.good : page.paint.bad;
  const reasons = result.reasons.flatMap(({ message }) => wrap(page, visible(message), "  "));
  return [...wrap(page, page.paint.bold(paint(outcomeSentence(result))), ""), ...reasons];
}
