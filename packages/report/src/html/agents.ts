import { cost, counted, duration, html, inline, type SafeHtml } from "@swarm-actions/display";
import type { AgentReport, ReviewResult } from "@swarm-actions/review";
import { totalCost } from "../amounts.ts";
import type { ReviewReport } from "../model.ts";
import { didFail, statusWords } from "../wording.ts";

/** Who took part, how long each took, who failed and what to do about it. */
export function agentsSection({ result, durationMs }: ReviewReport): SafeHtml {
  const slowest = Math.max(1, ...result.agents.map((agent) => agent.durationMs));
  return html`<section aria-labelledby="agents"><h2 id="agents">Agents</h2>
<p class="lead">${timingWords(result.agents, durationMs ?? null)}</p>
${
  result.agents.length === 0
    ? null
    : html`<table class="agents"><thead><tr><th scope="col">Agent</th><th scope="col">Status</th><th scope="col" class="num">Findings</th><th scope="col">Time</th></tr></thead>
<tbody>${result.agents.map((agent) => row(agent, slowest))}</tbody></table>`
}</section>`;
}

function timingWords(agents: readonly AgentReport[], wall: number | null): string {
  const work = agents.reduce((sum, agent) => sum + agent.durationMs, 0);
  const who = `${counted(agents.length, "agent")} did ${duration(work)} of work`;
  if (wall === null || wall <= 0) return `${who}.`;
  const times = (work / wall).toFixed(1);
  return `${who} in ${duration(wall)}, ${times} at a time on average.`;
}

function row(agent: AgentReport, slowest: number): SafeHtml {
  const failed = didFail(agent);
  const provider = agent.provider === agent.name ? null : html` <small>${agent.provider}</small>`;
  const width = Math.max(1, (agent.durationMs / slowest) * 100).toFixed(1);
  return html`<tr><th scope="row">${agent.name}${provider}</th><td class="status ${failed ? "failed" : "ok"}">${statusWords[agent.status]}</td><td class="num">${agent.findings}</td><td class="time"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect x="0" y="0" width="${width}" height="8"/></svg><span>${duration(agent.durationMs)}</span></td></tr>${notes(agent)}`;
}

function notes({ error, corrections }: AgentReport): SafeHtml | null {
  if (error === null && corrections.length === 0) return null;
  const failure =
    error === null
      ? null
      : html`<p><code>${error.code}</code> ${inline(error.message)}</p><p><b>Fix:</b> ${inline(error.fix)}</p>`;
  const weakened = corrections.map(
    ({ kind, reason, count }) =>
      html`<p>${counted(count, "remark")} ${kind}: ${inline(reason)}</p>`,
  );
  return html`<tr class="notes"><td colspan="4">${failure}${weakened}</td></tr>`;
}

/** Tokens and money, by agent. */
export function costSection({ usage, agents }: ReviewResult): SafeHtml {
  const billed = agents.filter((agent) => agent.usage !== null);
  const nothing = html`<p class="lead">No agent billed anything: everything ran on this machine.</p>`;
  return html`<section aria-labelledby="cost"><h2 id="cost">Cost</h2>
${
  usage === null
    ? nothing
    : html`<table class="cost"><thead><tr><th scope="col">Agent</th><th scope="col" class="num">Requests</th><th scope="col" class="num">Tokens in</th><th scope="col" class="num">Tokens out</th><th scope="col" class="num">Cost</th></tr></thead>
<tbody>${billed.map(({ name, usage: own }) => costRow(name, own, own === null ? "" : cost(own.costUsd)))}</tbody><tfoot>${costRow("Together", usage, totalCost(usage, agents))}</tfoot></table>`
}</section>`;
}

function costRow(name: string, usage: ReviewResult["usage"], price: string): SafeHtml | null {
  if (usage === null) return null;
  const { requests, inputTokens, outputTokens } = usage;
  const numbers = [requests, inputTokens, outputTokens].map((n) => n.toLocaleString("en-US"));
  const cells = [...numbers, price].map((cell) => html`<td class="num">${cell}</td>`);
  return html`<tr><th scope="row">${name}</th>${cells}</tr>`;
}
