import { cutText } from "@swarm-actions/core";
import { html, inline, messageOf, type SafeHtml } from "@swarm-actions/display";
import type { PanelFinding } from "@swarm-actions/review";
import type { CodeFrames } from "../code-frame.ts";
import { headlineOf } from "../headline.ts";
import type { RuleIndex } from "../rule-index.ts";
import { suggestedEdit } from "../suggestion.ts";
import { placeName } from "../wording.ts";
import { codeBlock, editBlock } from "./code.ts";
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
  const { title, rest } = headlineOf(finding, context.rules);
  return html`<article class="finding ${severity} ${finding.standing}" id="finding-${number}" aria-labelledby="title-${number}" data-severity="${severity}" data-agents="${agentNumbers(finding, context)}">
<header><span class="badge ${severity}">${severity}</span><h4 id="title-${number}">${inline(cutText(title, 200))}</h4>${standingTag(finding)}</header>
<p class="place"><code>${placeName(finding)}</code> · ${category} · <code>${rule}</code></p>
${number <= context.whole ? wholeBody(finding, rest, context) : shortBody(finding, rest)}
</article>`;
}

function wholeBody(
  finding: PanelFinding,
  words: string,
  { frames, rules }: FindingContext,
): SafeHtml {
  return html`${words === "" ? null : messageOf(words)}
${codeOf(finding, frames)}
${votesBlock(finding)}
${membersBlock(finding)}${ruleBlock(finding, rules)}`;
}

function shortBody(finding: PanelFinding, words: string): SafeHtml {
  return html`${words === "" ? null : messageOf(words, 500)}
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
