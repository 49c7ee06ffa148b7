import { counted, type Look, visible, visibleLine, wrap } from "@swarm-actions/display";
import type { PanelFinding } from "@swarm-actions/review";
import { changeSize, changeTitle, commitRange } from "../change-facts.ts";
import { CodeFrames } from "../code-frame.ts";
import { type FindingGroup, groupByFile, isDisputed } from "../group.ts";
import type { ReviewReport } from "../model.ts";
import { indexRules } from "../rule-index.ts";
import { outcomeSentence } from "../wording.ts";
import { disputedLines, type FindingContext, findingLines } from "./finding.ts";
import { type Page, pageOf } from "./page.ts";
import { agentLines, coverageLines, usageLines } from "./sections.ts";
import { failedAgents } from "./vote-lines.ts";

/** A review for people at a terminal. Nothing from the change or an agent can reach the terminal raw. */
export function renderText(report: ReviewReport, { color, width }: Look): string {
  const page = pageOf(color, width);
  const { result } = report;
  const context: FindingContext = {
    page,
    frames: new CodeFrames(report),
    rules: indexRules(report.rules),
    failed: failedAgents(result.agents),
  };
  const counting = result.findings.filter((finding) => !isDisputed(finding));
  const lines = [
    ...headerLines(page, report),
    ...groupByFile(counting).flatMap((group) => groupLines(group, context)),
    ...disputedSection(result.findings.filter(isDisputed), context),
    ...coverageLines(page, result),
    ...agentLines(page, result.agents),
    ...usageLines(page, result),
    ...outcomeLines(page, report),
  ];
  return `${lines.join("\n")}\n`;
}

/** Which change it is: the surest way to see that it is not the one that was meant. */
function headerLines(page: Page, { change }: ReviewReport): string[] {
  const facts = [commitRange(change), ...changeSize(change)].filter((fact) => fact !== null);
  return [
    ...wrap(page, page.paint.bold(visibleLine(changeTitle(change))), ""),
    ...wrap(page, page.paint.dim(facts.join(" · ")), ""),
    "",
  ];
}

function groupLines({ path, findings }: FindingGroup, context: FindingContext): string[] {
  const { page } = context;
  const title = path === null ? "The whole change" : visibleLine(path);
  return [
    ...wrap(page, page.paint.bold(title), ""),
    "",
    ...findings.flatMap((finding) => findingLines(finding, context)),
  ];
}

function disputedSection(findings: readonly PanelFinding[], context: FindingContext): string[] {
  if (findings.length === 0) return [];
  const { page } = context;
  const title = `Disputed: ${counted(findings.length, "finding")} without enough votes to count`;
  return [
    ...wrap(page, page.paint.dim(title), ""),
    "",
    ...findings.flatMap((finding) => disputedLines(finding, context)),
  ];
}

function outcomeLines(page: Page, { result }: ReviewReport): string[] {
  const paint = result.outcome === "clean" ? page.paint.good : page.paint.bad;
  const reasons = result.reasons.flatMap(({ message }) => wrap(page, visible(message), "  "));
  return [...wrap(page, page.paint.bold(paint(outcomeSentence(result))), ""), ...reasons];
}
