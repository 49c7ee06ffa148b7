import { digest } from "@swarm-actions/core";
import type { ReviewReport } from "../model.ts";
import { outcomeTitle } from "../wording.ts";
import { agentsSection, costSection } from "./agents.ts";
import { coverageSection } from "./coverage.ts";
import { sidebar } from "./filters.ts";
import { findingsSections } from "./findings.ts";
import { html, trusted } from "./html.ts";
import { script } from "./script.ts";
import { styles } from "./style/styles.ts";
import { pageHeader, verdictSection } from "./verdict.ts";

/**
 * A review as one HTML page that asks for nothing from anywhere. Its policy lets exactly our own
 * style and script take effect, so text from a change could not run even if it got past escaping.
 */
export function renderHtml(report: ReviewReport): string {
  const { result, change, tool } = report;
  const title = change.title === "" ? "Review" : change.title;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${outcomeTitle(result)} · ${title}</title>
<style>${trusted(styles)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${pageHeader(report)}
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
</main>
<footer><p>Made by swarm-actions ${tool.version}.</p></footer>
<script>${trusted(script)}</script>
</body>
</html>
`.text;
}

function policy(): string {
  const directives = [
    "default-src 'none'",
    `style-src '${hashOf(styles)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return directives.join("; ");
}

function hashOf(text: string): string {
  return `sha256-${Buffer.from(digest(text), "hex").toString("base64")}`;
}
