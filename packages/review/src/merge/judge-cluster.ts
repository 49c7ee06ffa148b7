import type { Ballot, Decision } from "@swarm-actions/swarm";
import type { Finding } from "../finding/model.ts";
import { chooseSpeaker } from "./choose-speaker.ts";
import { mergedSeverity } from "./merged-severity.ts";
import { mergedSuggestion } from "./merged-suggestion.ts";
import type { PanelFinding, Standing } from "./model.ts";
import type { Judge } from "./voter.ts";

/** Findings that say the same, before it is decided what becomes of them. */
export interface Case {
  readonly members: readonly Finding[];
  readonly speaker: Finding;
  /** What every agent of the panel says of it. */
  readonly ballots: readonly Ballot[];
}

export function openCase(members: readonly Finding[], judges: readonly Judge[]): Case {
  const speaker = chooseSpeaker(members);
  return { members, speaker, ballots: ballotsOn(speaker, members, judges) };
}

/** Puts one finding together out of those that say the same, with the panel's votes on it. */
export function closeCase(
  { members, speaker }: Case,
  { accepted, yes, no, missing }: Decision,
  judges: readonly Judge[],
): PanelFinding {
  const { suggestion: _own, ...words } = speaker;
  const severity = mergedSeverity(
    members,
    judges.map(({ voter }) => voter),
  );
  const urgent = severity === "critical" || severity === "high";
  const standing: Standing = accepted ? "agreed" : urgent ? "lone" : "disputed";
  return {
    ...words,
    severity,
    ...mergedSuggestion(speaker, members),
    agents: yes,
    votes: { yes, no, missing },
    standing,
    members,
  };
}

function ballotsOn(
  speaker: Finding,
  members: readonly Finding[],
  judges: readonly Judge[],
): readonly Ballot[] {
  const said = new Set(members.map(({ agent }) => agent));
  const ballots = judges.map(({ voter, isInScope }): Ballot => {
    const silent = isInScope(speaker) ? "no" : "missing";
    const { name, provider, weight } = voter;
    return { voter: name, provider, weight, vote: said.has(name) ? "yes" : silent };
  });
  const known = new Set(judges.map(({ voter }) => voter.name));
  const strangers = members.filter(({ agent }) => !known.has(agent));
  return [...ballots, ...strangers.map(strangerBallot)];
}

/** A finding carried over from an agent that has left the panel still counts as said. */
function strangerBallot({ agent, provider }: Finding): Ballot {
  return { voter: agent, provider, weight: 1, vote: "yes" };
}
