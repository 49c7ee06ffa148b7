import { type Ballot, type ConsensusRule, decide } from "@swarm-actions/swarm";
import type { Finding } from "../finding/model.ts";
import { chooseSpeaker } from "./choose-speaker.ts";
import { mergedSeverity } from "./merged-severity.ts";
import { mergedSuggestion } from "./merged-suggestion.ts";
import type { PanelFinding, Standing } from "./model.ts";
import type { Judge } from "./voter.ts";

/** Puts one finding together out of those that say the same, with the panel's votes on it. */
export function judgeCluster(
  members: readonly Finding[],
  judges: readonly Judge[],
  rule: ConsensusRule,
): PanelFinding {
  const speaker = chooseSpeaker(members);
  const { suggestion: _own, ...words } = speaker;
  const { accepted, yes, no, missing } = decide(ballotsOn(speaker, members, judges), rule);
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
