import { cutText } from "@swarm-actions/core";
import {
  counted,
  type Look,
  type Page,
  pageOf,
  visible,
  visibleLine,
  wrap,
} from "@swarm-actions/display";
import type { MissingTask, ProviderHealth, SwarmReport, WorkerResult } from "@swarm-actions/swarm";
import { healthWords } from "../health-words.ts";
import { ruleSentence, verdictTitle } from "../verdicts.ts";
import {
  apiSentence,
  billSentence,
  choiceSentence,
  coverageSentence,
  outcomeTitle,
  queueSentence,
  speedSentence,
  usageSentence,
} from "../wording.ts";

const mostItems = 10;
/** UTF-16 units of a line of why a task failed. */
const longestReason = 200;

/**
 * What happened, in a few lines for people at a terminal. Nothing can reach the terminal raw.
 * @param results what came of each task, to say why some failed; may be empty
 */
export function renderText(
  report: SwarmReport,
  { color, width }: Look,
  results: readonly WorkerResult[] = [],
): string {
  const page = pageOf(color, width);
  const lines = [
    ...section(page, "Time and cost", figureLines(report)),
    ...verdictLines(page, report),
    ...healthLines(page, report),
    ...section(page, "Failed", failedLines(report, results)),
    ...section(page, "Missing", listed(report.coverage.missing, missingLine)),
    ...outcomeLines(page, report),
  ];
  return `${lines.join("\n")}\n`;
}

function section(page: Page, title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [page.paint.bold(title), ...lines.flatMap((line) => wrap(page, line, "  ")), ""];
}

function figureLines(report: SwarmReport): readonly string[] {
  const usage = usageSentence(report);
  return [
    speedSentence(report),
    visibleLine(choiceSentence(report)),
    queueSentence(report),
    billSentence(report),
    ...(usage === null ? [] : [usage]),
    ...(report.apiRequests === null ? [] : [apiSentence(report)]),
  ];
}

function verdictLines(page: Page, { verdict }: SwarmReport): readonly string[] {
  if (verdict === null) return [];
  return section(page, "Votes", [
    `${verdictTitle(verdict.verdicts)}.`,
    visibleLine(ruleSentence(verdict)),
  ]);
}

function healthLines(page: Page, { providers }: SwarmReport): readonly string[] {
  return section(page, "Agents' health", listed(providers, healthLine));
}

function healthLine(health: ProviderHealth): string {
  const { provider, asked, failed, reason } = health;
  const said = reason === null ? "" : `: ${visibleLine(reason)}`;
  return `${visibleLine(provider)}: ${healthWords(health)}, ${failed} of ${asked} failed${said}`;
}

function failedLines(
  { coverage }: SwarmReport,
  results: readonly WorkerResult[],
): readonly string[] {
  const reasons = new Map(results.map(({ result }) => [result.key, result.error?.message ?? ""]));
  return listed(coverage.failed, (key) => {
    const reason = inOneLine(reasons.get(key) ?? "");
    return reason === "" ? visibleLine(key) : `${visibleLine(key)}: ${visibleLine(reason)}`;
  });
}

/** How it begins and how it ends: what programs print last says most, but for the frames of a stack. */
function inOneLine(message: string): string {
  const lines = message.split(/\s*\n\s*/).filter((line) => line !== "");
  const [first = "", ...others] = lines.map((line) => cutText(line, longestReason));
  const last = others.findLast((line) => !/^at\s/.test(line));
  if (last === undefined) return first;
  return `${first}${others.length > 1 ? " … " : " "}${last}`;
}

function missingLine({ key, why }: MissingTask): string {
  return `${visibleLine(key)}: ${visibleLine(why)}`;
}

function listed<Item>(items: readonly Item[], write: (item: Item) => string): readonly string[] {
  const lines = items.slice(0, mostItems).map(write);
  const more = items.length - lines.length;
  return more > 0 ? [...lines, `… and ${counted(more, "more", "more")}`] : lines;
}

function outcomeLines(page: Page, report: SwarmReport): readonly string[] {
  const isGood = report.outcome === "complete" && report.coverage.failed.length === 0;
  const paint = isGood ? page.paint.good : page.paint.bad;
  const reason = report.reason === null ? [] : wrap(page, visible(report.reason), "  ");
  return [
    ...wrap(page, page.paint.bold(paint(outcomeTitle(report))), ""),
    ...wrap(page, coverageSentence(report), "  "),
    ...reason,
  ];
}
