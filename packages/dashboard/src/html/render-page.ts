import { html, type SafeHtml, writeDocument } from "@swarm-actions/display";
import type { Dashboard } from "../model.ts";
import { outcomeTitle } from "../wording.ts";
import { coverageSection } from "./coverage.ts";
import { figuresSection } from "./figures.ts";
import { healthSection } from "./health.ts";
import { outcomeSection, pageHeader } from "./outcome.ts";
import { script } from "./script.ts";
import { styles } from "./style/styles.ts";
import { tasksSection } from "./tasks.ts";
import { timelineSection } from "./timeline.ts";
import { votesSection } from "./votes.ts";
import { workersSection } from "./workers.ts";

/**
 * What happened, as one HTML page that asks for nothing from anywhere. It stays small, whatever the
 * swarm was: what is long is cut, and says so.
 */
export function renderPage(dashboard: Dashboard): string {
  const { report, title, tool, results } = dashboard;
  const body = html`${pageHeader(dashboard)}
<main>
${outcomeSection(report)}
<div class="columns">
${sidebar(dashboard)}
<div class="content">
${coverageSection(report)}
${report.verdict === null ? null : votesSection(report.verdict)}
${timelineSection(report.workers)}
${figuresSection(report)}
${healthSection(report)}
${workersSection(report)}
${tasksSection(results)}
</div></div>
</main>`;
  return writeDocument({
    title: `${outcomeTitle(report)} · ${title ?? report.key}`,
    skip: { id: "outcome", words: "Skip to the outcome" },
    styles,
    script,
    body,
    footer: `Made by swarm-actions ${tool.version}.`,
  });
}

function sidebar({ report, results }: Dashboard): SafeHtml {
  const links = [
    ["coverage", "Coverage"],
    ...(report.verdict === null ? [] : [["votes", "Votes"]]),
    ["timeline", "Timeline"],
    ["figures", "Time and cost"],
    ["health", "Agents' health"],
    ["workers", "Workers"],
    ...(results.length === 0 ? [] : [["tasks", "Longest tasks"]]),
  ];
  const items = links.map(([id = "", words = ""]) => html`<li><a href="#${id}">${words}</a></li>`);
  return html`<div class="side"><nav aria-label="On this page"><ul>${items}</ul></nav></div>`;
}
