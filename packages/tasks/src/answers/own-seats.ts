import type { PanelAgent } from "@swarm-actions/agents";
import type { PanelMember } from "@swarm-actions/review";
import type { Json, TaskResult } from "@swarm-actions/swarm";
import { readOutputs } from "../merge/read-outputs.ts";
import { seatOf } from "../runners/panel/ask-parts.ts";
import type { PanelOutput, PanelSeat } from "../runners/panel/panel-output.ts";

/** Who may speak in a review, by name. */
export interface OwnSeats {
  readonly seats: ReadonlyMap<string, PanelSeat>;
  /** Those who only stand in for others. */
  readonly standIns: ReadonlyMap<string, PanelSeat>;
}

export function ownSeats(agents: readonly PanelAgent[]): OwnSeats {
  const standIns = agents.flatMap(standInsOf);
  const byName = (all: readonly PanelAgent[]) =>
    new Map(all.map((one) => [one.agent.name, seatOf(one)]));
  return { seats: byName(agents), standIns: byName(standIns) };
}

function standInsOf({ standIn }: PanelAgent): readonly PanelAgent[] {
  return standIn === undefined ? [] : [standIn, ...standInsOf(standIn)];
}

/**
 * Results of a panel as the settings know it: what others said of who they are, whom they speak for and how
 * much they weigh does not count, and whoever is not in the settings has no word. What is no answer at all,
 * or an answer that nobody gave, is left out.
 */
export function seatResults(results: readonly TaskResult[], own: OwnSeats): readonly TaskResult[] {
  const outputs = readOutputs(results);
  return results.flatMap((result) => {
    const output = outputs.get(result.key);
    if (output === undefined || result.status !== "done") return [];
    return [{ ...result, output: seated(output, own) as unknown as Json }];
  });
}

function seated({ seats, members }: PanelOutput, own: OwnSeats): PanelOutput {
  return {
    version: 1,
    seats: seats.flatMap(({ name }) => own.seats.get(name) ?? []),
    members: members.flatMap((member) => {
      const seat = own.seats.get(member.name) ?? own.standIns.get(member.name);
      return seat === undefined ? [] : [asSeated(member, seat)];
    }),
  };
}

function asSeated(
  member: PanelMember,
  { name, provider, weight, categories, silence = "no" }: PanelSeat,
): PanelMember {
  const report = { ...member.report, name, provider };
  return { ...member, name, provider, weight, categories, silence, report };
}

/** Who answered at all, be it that there was nothing to say. */
export function speakersOf(results: readonly TaskResult[]): readonly string[] {
  return [...readOutputs(results).values()].flatMap(({ members }) =>
    members.map(({ name }) => name),
  );
}
