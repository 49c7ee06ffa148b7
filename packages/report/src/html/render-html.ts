import { html, writeDocument } from "@swarm-actions/display";
import type { ReviewReport } from "../model.ts";
import { outcomeTitle } from "../wording.ts";
import { agentsSection, costSection } from "./agents.ts";
import { coverageSection } from "./coverage.ts";
import { sidebar } from "./filters.ts";
import { findingsSections } from "./findings.ts";
import { script } from "./script.ts";
import { styles } from "./style/styles.ts";
import { pageHeader, verdictSection } from "./verdict.ts";

/** A review as one HTML page that asks for nothing from anywhere. */
export function renderHtml(report: ReviewReport): string {
  const { result, change, tool } = report;
  const title = change.title === "" ? "Review" : change.title;
  const body = html`${pageHeader(report)}
<main>
${verdictSection(report)}
<div class="columns">
${sidebar(report)}
<div class="content${result.findings.length > 200 ? " many" : null}">
${findingsSections(report)}
${coverageSection(result)}
${agentsSection(report)}
${costSection(result)}
</div></div>
</main>`;
  return writeDocument({
    title: `${outcomeTitle(result)} · ${title}`,
    skip: { id: "findings", words: "Skip to the findings" },
    styles,
    script,
    body,
    footer: `Made by swarm-actions ${tool.version}.`,
  });
}
