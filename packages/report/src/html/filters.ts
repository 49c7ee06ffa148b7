import { counted, html, type SafeHtml } from "@swarm-actions/display";
import { countBySeverity, groupByFile, isDisputed } from "../group.ts";
import type { ReviewReport } from "../model.ts";

const mostLinks = 60;

/** Filters (shown once the script runs) and links to the parts of the page. */
export function sidebar({ result }: ReviewReport): SafeHtml {
  const disputed = result.findings.some(isDisputed);
  return html`<div class="side">
${result.findings.length < 2 ? null : filterForm(result)}
<nav aria-label="On this page"><ul>
<li><a href="#findings">Findings</a>${fileLinks(result)}</li>
${disputed ? html`<li><a href="#disputed">Disputed</a></li>` : null}
<li><a href="#coverage">Coverage</a></li>
<li><a href="#agents">Agents</a></li>
<li><a href="#cost">Cost</a></li>
</ul></nav></div>`;
}

function filterForm({ findings, agents }: ReviewReport["result"]): SafeHtml {
  const speakers = agents
    .map(({ name }, index) => ({ name, index }))
    .filter(({ name }) => findings.some(({ votes }) => votes.yes.includes(name)));
  return html`<form class="filter" role="search" aria-label="Filter findings" hidden>
<fieldset><legend>Severity</legend>${countBySeverity(findings).map(
    ({ severity, count }) =>
      html`<label><input type="checkbox" name="severity" value="${severity}" checked> ${severity} <small>${count}</small></label>`,
  )}</fieldset>
<label class="field">Said by <select name="agent"><option value="">any agent</option>${speakers.map(
    ({ name, index }) => html`<option value="${index}">${name}</option>`,
  )}</select></label>
<label class="field">File <input type="search" name="path" placeholder="part of a path" autocomplete="off" spellcheck="false"></label>
<p class="shown" role="status">${counted(findings.length, "finding")} shown</p>
<p><button type="reset">Show all</button> <button type="button" name="details" aria-pressed="false">Open all details</button></p>
</form>`;
}

function fileLinks({ findings }: ReviewReport["result"]): SafeHtml | null {
  const files = groupByFile(findings.filter((finding) => !isDisputed(finding)));
  if (files.length === 0) return null;
  const links = files
    .slice(0, mostLinks)
    .map(
      (file, index) =>
        html`<li><a href="#file-${index + 1}"><span>${file.path ?? "The whole change"}</span> <small>${file.findings.length}</small></a></li>`,
    );
  const more = files.length - links.length;
  return html`<ul class="files">${links}${more > 0 ? html`<li>and ${counted(more, "file")} more</li>` : null}</ul>`;
}
