import { html, messageOf, type SafeHtml } from "@swarm-actions/display";
import type { PanelFinding } from "@swarm-actions/review";
import { standingMeaning, standingWords, voteSentence } from "../wording.ts";

const ballots = {
  yes: { sign: "✓", words: "said so" },
  no: { sign: "–", words: "silent" },
  missing: { sign: "·", words: "no vote" },
} as const;

/** More agents without a vote than this are folded away: they would hide those that had one. */
const fewAbsent = 3;

/** Who agreed, who did not, who had no vote: each agent a chip that says it in words too. */
export function votesBlock(finding: PanelFinding): SafeHtml {
  const { yes, no, missing } = finding.votes;
  const absent = missing.map((agent) => chip("missing", agent));
  const folded = absent.length > fewAbsent;
  return html`<div class="votes"><p>${voteSentence(finding)}</p><ul aria-label="Votes">${[
    ...yes.map((agent) => chip("yes", agent)),
    ...no.map((agent) => chip("no", agent)),
    ...(folded ? [] : absent),
  ]}</ul>${folded ? foldedChips(absent) : null}</div>`;
}

function foldedChips(chips: readonly SafeHtml[]): SafeHtml {
  return html`<details><summary>${chips.length} agents had no vote</summary><ul aria-label="Without a vote">${chips}</ul></details>`;
}

function chip(ballot: keyof typeof ballots, agent: string): SafeHtml {
  const { sign, words } = ballots[ballot];
  return html`<li class="chip ${ballot}"><span aria-hidden="true">${sign}</span> ${agent} <small>${words}</small></li>`;
}

/** Says so when a finding is not simply agreed on. */
export function standingTag({ standing }: PanelFinding): SafeHtml | null {
  if (standing === "agreed") return null;
  return html`<span class="standing" title="${standingMeaning[standing]}">${standingWords[standing]}</span>`;
}

/** What each agent said in its own words, when several did. */
export function membersBlock({ members }: PanelFinding): SafeHtml | null {
  if (members.length < 2) return null;
  const items = members
    .slice(0, 20)
    .map(
      ({ agent, message, severity, confidence }) =>
        html`<div><dt>${agent} <small>${severity}, ${Math.round(confidence * 100)}% sure</small></dt><dd>${messageOf(message)}</dd></div>`,
    );
  return html`<details><summary>In their own words <small>${members.length}</small></summary><dl>${items}</dl></details>`;
}
