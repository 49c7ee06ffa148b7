import {
  counted,
  type Look,
  type Page,
  pageOf,
  visible,
  visibleLine,
  wrap,
} from "@swarm-actions/display";
import type { MissingTask, ProviderHealth, SwarmReport } from "@swarm-actions/swarm";
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

/** What happened, in a few lines for people at a terminal. Nothing can reach the terminal raw. */
export function renderText(report: SwarmReport, { color, width }: Look): string {
  const page = pageOf(color, width);
  const lines = [
    ...section(page, "Time and cost", figureLines(report)),
    ...verdictLines(page, report),
    ...healthLines(page, report),
    ...section(page, "Failed", listed(report.coverage.failed, visibleLine)),
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
