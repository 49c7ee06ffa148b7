import { standingWords, voteSentence } from "@swarm-actions/report";
import type { PanelFinding } from "@swarm-actions/review";
import { codeOf } from "./words.ts";

/** Who said it and who did not: `said by a, b (2 of 3 agents); silent: c`. */
export function votesLine(finding: PanelFinding): string {
  const { yes, no } = finding.votes;
  const lone = finding.standing === "lone" ? `, ${standingWords.lone}` : "";
  const silent = no.length > 0 ? `; silent: ${names(no)}` : "";
  return `said by ${names(yes)} (${voteSentence(finding)}${lone})${silent}`;
}

function names(agents: readonly string[]): string {
  const shown = agents.slice(0, 10).map((name) => codeOf(name, 60));
  return agents.length > shown.length ? `${shown.join(", ")} and more` : shown.join(", ");
}
