import { html, inline, type SafeHtml } from "@swarm-actions/display";
import type { SwarmReport } from "@swarm-actions/swarm";
import {
  apiSentence,
  billSentence,
  choiceSentence,
  figureRows,
  figuresNote,
  queueSentence,
  usageSentence,
} from "../wording.ts";
import { curveChart } from "./curve.ts";

/** What was planned beside what came, and why there were as many workers. */
export function figuresSection(report: SwarmReport): SafeHtml {
  const usage = usageSentence(report);
  const rows = figureRows(report).map(
    ({ name, planned, measured }) =>
      html`<tr><th scope="row">${name}</th><td class="num">${planned}</td><td class="num">${measured}</td></tr>`,
  );
  return html`<section aria-labelledby="figures"><h2 id="figures">Time and cost</h2>
<p class="lead">${inline(choiceSentence(report))}</p>
<table class="figures"><thead><tr><th scope="col">Figure</th><th scope="col" class="num">Planned</th><th scope="col" class="num">Measured</th></tr></thead>
<tbody>${rows}</tbody></table>
<p class="none">${figuresNote}</p>
<ul class="notes"><li>${queueSentence(report)}</li><li>${billSentence(report)}</li>${usage === null ? null : html`<li>${usage}</li>`}<li>${apiSentence(report)}</li></ul>
${curveChart(report.plan.choice)}</section>`;
}
