import { html, inline, type SafeHtml, visibleLine } from "@swarm-actions/display";
import type { Aggregation, Verdict, VoterReliability } from "@swarm-actions/swarm";
import { amount, share } from "../units.ts";
import { byDoubt, certainty, ruleSentence, tally, verdictTitle } from "../verdicts.ts";
import { dataTable } from "./data-table.ts";

const most = 1000;

/** What was decided, what was disputed first, and how far each voter is trusted. */
export function votesSection(aggregation: Aggregation): SafeHtml {
  const { verdicts, voters } = aggregation;
  return html`<section aria-labelledby="votes"><h2 id="votes">Votes</h2>
<p class="lead">${verdictTitle(verdicts)}. ${inline(ruleSentence(aggregation))}</p>
${verdicts.length === 0 ? null : verdictTable(byDoubt(verdicts))}
${voters.length === 0 ? null : html`<h3 class="part">Voters</h3>${voterTable(voters)}`}</section>`;
}

function verdictTable(verdicts: readonly Verdict[]): SafeHtml {
  return dataTable<Verdict>({
    label: "Verdicts",
    noun: "item",
    most,
    items: verdicts,
    columns: [
      { name: "Item", cell: ({ item }) => visibleLine(item) },
      { name: "Verdict", cell: labelCell },
      { name: "Sure", cell: (verdict) => share(certainty(verdict)), number: certainty },
      { name: "Votes", cell: (verdict) => visibleLine(tally(verdict)) },
      { name: "Against", cell: ({ dissent }) => visibleLine(dissent.join(", ")) },
      { name: "Absent", cell: ({ absences }) => visibleLine(absences.join(", ")) },
    ],
  });
}

function labelCell({ label, reason }: Verdict): SafeHtml | string {
  if (label !== null) return visibleLine(label);
  const why = reason === undefined ? null : html` <small>${visibleLine(reason)}</small>`;
  return html`<b class="open">not decided</b>${why}`;
}

function voterTable(voters: readonly VoterReliability[]): SafeHtml {
  return dataTable<VoterReliability>({
    label: "Voters",
    noun: "voter",
    most,
    items: voters,
    columns: [
      { name: "Voter", cell: ({ voter }) => visibleLine(voter) },
      { name: "Provider", cell: ({ provider }) => visibleLine(provider) },
      { name: "Votes", cell: ({ votes }) => amount(votes), number: ({ votes }) => votes },
      {
        name: "Reliability",
        cell: ({ reliability }) => share(reliability),
        number: ({ reliability }) => reliability,
      },
    ],
  });
}
