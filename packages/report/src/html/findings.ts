import { counted, html, type SafeHtml } from "@swarm-actions/display";
import { CodeFrames } from "../code-frame.ts";
import { type FindingGroup, groupByFile, isDisputed } from "../group.ts";
import type { ReviewReport } from "../model.ts";
import { indexRules } from "../rule-index.ts";
import { type FindingContext, findingArticle } from "./finding.ts";

/** Findings shown whole; beyond them a page would grow past 10 MB. */
const whole = 1000;
const most = 5000;

/** The findings that count, by file, then the disputed ones. */
export function findingsSections(report: ReviewReport): SafeHtml {
  const { result, rules } = report;
  const context: FindingContext = {
    frames: new CodeFrames(report),
    rules: indexRules(rules),
    agents: new Map(result.agents.map(({ name }, index) => [name, index])),
    whole,
  };
  const counting = result.findings.filter((finding) => !isDisputed(finding));
  const disputed = result.findings.filter(isDisputed).slice(0, most);
  const shown = counting.slice(0, most);
  return html`<section aria-labelledby="findings"><h2 id="findings" tabindex="-1">Findings</h2>
${shown.length === 0 ? html`<p class="none">None.</p>` : groups(groupByFile(shown), 1, "file", context)}
${leftOut(counting.length - shown.length)}</section>
${disputed.length === 0 ? null : disputedSection(groupByFile(disputed), shown.length + 1, context)}`;
}

function disputedSection(
  files: readonly FindingGroup[],
  from: number,
  context: FindingContext,
): SafeHtml {
  return html`<section class="disputed" aria-labelledby="disputed"><h2 id="disputed">Disputed</h2>
<p class="lead">Too few agents said these for them to count. They decide nothing, but may still be right.</p>
${groups(files, from, "disputed-file", context)}</section>`;
}

function groups(
  files: readonly FindingGroup[],
  from: number,
  id: string,
  context: FindingContext,
): SafeHtml[] {
  let number = from;
  return files.map(({ path, findings }, index) => {
    const articles = findings.map((finding) => findingArticle(finding, number++, context));
    return html`<div class="file" data-path="${path ?? ""}">
<h3 id="${id}-${index + 1}">${path ?? "The whole change"} <small>${counted(findings.length, "finding")}</small></h3>
${articles}</div>`;
  });
}

function leftOut(count: number): SafeHtml | null {
  if (count === 0) return null;
  return html`<p class="none">${counted(count, "milder finding")} not shown here; the JSON report has them all.</p>`;
}
