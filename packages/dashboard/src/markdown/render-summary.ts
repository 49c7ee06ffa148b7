import { codeOf, wordsOf } from "@swarm-actions/display";
import type { SwarmReport } from "@swarm-actions/swarm";
import {
  apiSentence,
  billSentence,
  choiceSentence,
  coverageSentence,
  type FigureRow,
  figureRows,
  figuresNote,
  outcomeTitle,
  queueSentence,
  speedSentence,
  usageSentence,
} from "../wording.ts";
import { failedSection, missingSection } from "./coverage.ts";
import { ganttSection } from "./gantt.ts";
import { healthSection } from "./health.ts";
import { verdictSection } from "./verdict.ts";
import { workersSection } from "./workers.ts";

/**
 * What happened, as Markdown for a job summary. Every list in it is bounded: it never is longer than
 * 200,000 characters, whatever the swarm was.
 */
export function renderSummary(report: SwarmReport): string {
  const parts = [
    headline(report),
    missingSection(report),
    failedSection(report),
    verdictSection(report.verdict),
    figuresSection(report),
    ganttSection(report.workers),
    healthSection(report),
    workersSection(report),
  ];
  return `${parts.filter((part) => part !== null).join("\n\n")}\n`;
}

function headline(report: SwarmReport): string {
  const words = [
    `${coverageSentence(report)} ${wordsOf(report.reason ?? "", 500)}`.trimEnd(),
    speedSentence(report),
  ];
  return [`## Swarm ${codeOf(report.key, 60)}: ${outcomeTitle(report)}`, ...words].join("\n\n");
}

function figuresSection(report: SwarmReport): string {
  const rows = figureRows(report).map(
    ({ name, planned, measured }: FigureRow) => `| ${name} | ${planned} | ${measured} |`,
  );
  const usage = usageSentence(report);
  const sentences = [
    wordsOf(choiceSentence(report), 800),
    queueSentence(report),
    billSentence(report),
    ...(usage === null ? [] : [usage]),
    apiSentence(report),
  ];
  return [
    "### Time and cost",
    "",
    "| | Planned | Measured |",
    "|---|---:|---:|",
    ...rows,
    "",
    figuresNote,
    "",
    ...sentences.map((words) => `- ${words}`),
  ].join("\n");
}
