import type { PanelFinding } from "@swarm-actions/review";
import type { CodeFrames } from "../code-frame.ts";
import { type RuleIndex, titleOf } from "../rule-index.ts";
import { suggestedEdit } from "../suggestion.ts";
import { shorten } from "../visible.ts";
import { placeName } from "../wording.ts";
import { codeBlock, editBlock } from "./code.ts";
import { html, type SafeHtml } from "./html.ts";
import { messageOf } from "./message.ts";
import { membersBlock, standingTag, votesBlock } from "./votes.ts";

/** What rendering many findings has in common. */
export interface FindingContext {
  readonly frames: CodeFrames;
  readonly rules: RuleIndex;
  /** Numbers of agents, so that the filter need not carry their names. */
  readonly agents: ReadonlyMap<string, number>;
  /** How many findings are shown whole; the rest do without code and details. */
  readonly whole: number;
}

/** One finding. `number` counts over the page, from 1, and is its anchor. */
export function findingArticle(
  finding: PanelFinding,
  number: number,
  context: FindingContext,
): SafeHtml {
  const { severity, category, rule } = finding;
  const title = shorten(titleOf(finding, context.rules), 200);
  const named = title === rule ? null : html` · <code>${rule}</code>`;
  return html`<article class="finding ${severity} ${finding.standing}" id="finding-${number}" aria-labelledby="title-${number}" data-severity="${severity}" data-agents="${agentNumbers(finding, context)}">
<header><span class="badge ${severity}">${severity}</span><h4 id="title-${number}">${title}</h4>${standingTag(finding)}</header>
<p class="place"><code>${placeName(finding)}</code> · ${category}${named}</p>
${number <= context.whole ? wholeBody(finding, context) : shortBody(finding)}
</article>`;
}

function wholeBody(finding: PanelFinding, { frames, rules }: FindingContext): SafeHtml {
  return html`${messageOf(finding.message)}
${codeOf(finding, frames)}
${votesBlock(finding)}
${membersBlock(finding)}${ruleBlock(finding, rules)}`;
}

function shortBody(finding: PanelFinding): SafeHtml {
  return html`${messageOf(finding.message, 500)}
${votesBlock(finding)}`;
}

function agentNumbers({ votes }: PanelFinding, { agents }: FindingContext): string {
  return votes.yes.map((agent) => agents.get(agent) ?? -1).join(" ");
}

function codeOf(finding: PanelFinding, frames: CodeFrames): SafeHtml {
  const frame = frames.frame(finding);
  const edit = suggestedEdit(finding, frames);
  return html`${frame && codeBlock(frame)}${edit && editBlock(edit)}`;
}

function ruleBlock({ rule }: PanelFinding, rules: RuleIndex): SafeHtml | null {
  const doc = rules.get(rule);
  if (doc === undefined) return null;
  return html`<details><summary>Why it matters</summary>${messageOf(doc.why)}${messageOf(doc.fix)}</details>`;
}
