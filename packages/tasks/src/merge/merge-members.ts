import type { Split } from "@swarm-actions/agents";
import { compareText } from "@swarm-actions/core";
import type { PanelMember, SkippedHunk } from "@swarm-actions/review";
import type { Task, TaskResult } from "@swarm-actions/swarm";
import type { Asked, ChangeParts } from "../runners/panel/change-parts.ts";
import type { PanelSeat } from "../runners/panel/panel-output.ts";
import { combineMembers } from "./combine-members.ts";
import { readOutputs } from "./read-outputs.ts";

/** What a swarm left of a review: its tasks, and what came of those that were done. */
export interface SwarmAnswers {
  readonly tasks: readonly Task[];
  readonly results: readonly TaskResult[];
}

/**
 * One member an agent, over all tasks: it covers what it did, and left out what it failed at, what nobody
 * came to, and what no task is about.
 * @param parts the change that the tasks are parts of
 */
export function mergeMembers(
  { tasks, results }: SwarmAnswers,
  parts: ChangeParts,
): readonly PanelMember[] {
  const outputs = readOutputs(results);
  const given = tasks.flatMap(({ key }) => outputs.get(key) ?? []);
  const seats = new Map<string, PanelSeat>();
  for (const seat of given.flatMap((output) => output.seats)) {
    if (!seats.has(seat.name)) seats.set(seat.name, seat);
  }
  const said = Map.groupBy(
    given.flatMap(({ members }) => members),
    ({ name }) => name,
  );
  const left = leftOut(tasks, new Set(outputs.keys()), parts);
  const members = [...seats.values()].map((seat) =>
    combineMembers(seat, said.get(seat.name) ?? [], left(seat), parts.whole),
  );
  const standIns = [...said].filter(([name]) => !seats.has(name));
  // Whoever stood in for somebody had nothing to do but that.
  const others = standIns.flatMap(([, all]) => {
    const [first] = all;
    return first === undefined ? [] : [combineMembers(first, all, [], parts.whole)];
  });
  return [...members, ...others].sort((a, b) => compareText(a.name, b.name));
}

/** Hunks of the change that an agent was not asked about, and why. */
function leftOut(
  tasks: readonly Task[],
  done: ReadonlySet<string>,
  parts: ChangeParts,
): (seat: PanelSeat) => readonly SkippedHunk[] {
  const asked = tasks.map((task) => ({ task, asked: askedOf(task, parts) }));
  const known = new Map<string, readonly SkippedHunk[]>();
  // Where every task asks everybody, agents of one kind have left out the same.
  const isAlike = tasks.every(({ asks }) => asks === undefined);
  return ({ name, split }) => {
    const who = isAlike ? split : `${split} ${name}`;
    const left = known.get(who) ?? leftBy(name, split);
    known.set(who, left);
    return left;
  };

  function leftBy(name: string, split: Split): readonly SkippedHunk[] {
    const fates = new Map<string, Fate>();
    for (const { task, asked: about } of asked) {
      const isHere = task.asks?.includes(name) ?? true;
      const fate = !isHere ? "unasked" : done.has(task.key) ? "done" : "lost";
      for (const { diff, hunks } of about?.[split].files ?? []) {
        for (const hunk of hunks) {
          const place = `${hunk} ${diff.path}`;
          fates.set(place, better(fates.get(place), fate));
        }
      }
    }
    return parts.whole.files.flatMap(({ diff, hunks }) =>
      hunks.flatMap((hunk) => skipOf(diff.path, hunk, fates.get(`${hunk} ${diff.path}`))),
    );
  }
}

/** What became of a hunk for one agent: it was done, or its task is lost, or only others were asked. */
type Fate = "done" | "lost" | "unasked";

const order: readonly (Fate | undefined)[] = ["done", "lost", "unasked", undefined];

function better(one: Fate | undefined, other: Fate): Fate {
  return order.indexOf(one) < order.indexOf(other) ? (one ?? other) : other;
}

function skipOf(path: string, hunk: number, fate: Fate | undefined): readonly SkippedHunk[] {
  switch (fate) {
    case "done":
      return [];
    case "lost":
      return [{ path, hunk, reason: "its task has no result in the swarm" }];
    case "unasked":
      return [{ path, hunk, reason: "others were asked", isUnasked: true }];
    case undefined:
      return [{ path, hunk, reason: "no task was about it" }];
  }
}

/** Null: the task is about something else, so that its result says nothing of this change. */
function askedOf({ payload }: Task, parts: ChangeParts): Asked | null {
  try {
    return parts.asked(payload);
  } catch {
    return null;
  }
}
