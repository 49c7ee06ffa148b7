import { visibleLine, wrap } from "@swarm-actions/display";
import type { AgentReport, PanelFinding } from "@swarm-actions/review";
import { didFail, statusWords, voteSentence } from "../wording.ts";
import type { Page } from "./page.ts";

/** Agents that failed, each with how it did, in words. */
export type FailedAgents = ReadonlyMap<string, string>;

export function failedAgents(agents: readonly AgentReport[]): FailedAgents {
  return new Map(agents.filter(didFail).map(({ name, status }) => [name, statusWords[status]]));
}

/**
 * Who said it, and who else could have. Agents that were never to judge it are left out: in a panel of
 * ten they would fill the page. One that failed is named, since its vote is lacking.
 */
export function voteLines(
  page: Page,
  finding: PanelFinding,
  failed: FailedAgents,
  indent: string,
): string[] {
  const { yes, no, missing } = finding.votes;
  const share = yes.length + no.length > 1 ? ` (${voteSentence(finding)})` : "";
  const lacking = missing.flatMap((name) => {
    const how = failed.get(name);
    return how === undefined ? [] : [`${visibleLine(name)} (${how})`];
  });
  const parts = [
    `said by ${names(yes)}${share}`,
    no.length > 0 ? `silent: ${names(no)}` : "",
    lacking.length > 0 ? `no vote: ${lacking.join(", ")}` : "",
  ];
  return wrap(page, page.paint.dim(parts.filter((part) => part !== "").join("; ")), indent);
}

function names(agents: readonly string[]): string {
  return agents.map(visibleLine).join(", ");
}
