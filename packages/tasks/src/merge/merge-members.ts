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
    combineMembers(seat, said.get(seat.name) ?? [], left[seat.split], parts.whole),
  );
  const standIns = [...said].filter(([name]) => !seats.has(name));
  // Whoever stood in for somebody had nothing to do but that.
  const others = standIns.flatMap(([, all]) => {
    const [first] = all;
    return first === undefined ? [] : [combineMembers(first, all, [], parts.whole)];
  });
  return [...members, ...others].sort((a, b) => compareText(a.name, b.name));
}

/** Hunks of the change that agents of each kind were not asked about, and why. */
function leftOut(
  tasks: readonly Task[],
  done: ReadonlySet<string>,
  parts: ChangeParts,
): Readonly<Record<Split, readonly SkippedHunk[]>> {
  const asked = tasks.map((task) => ({ task, asked: askedOf(task, parts) }));
  const of = (split: Split): readonly SkippedHunk[] => {
    const owner = new Map<string, boolean>();
    for (const { task, asked: about } of asked) {
      for (const { diff, hunks } of about?.[split].files ?? []) {
        for (const hunk of hunks) {
          const name = `${hunk} ${diff.path}`;
          owner.set(name, owner.get(name) === true || done.has(task.key));
        }
      }
    }
    return parts.whole.files.flatMap(({ diff, hunks }) =>
      hunks.flatMap((hunk): SkippedHunk[] => {
        const isDone = owner.get(`${hunk} ${diff.path}`);
        if (isDone === true) return [];
        const reason =
          isDone === undefined ? "no task was about it" : "its task has no result in the swarm";
        return [{ path: diff.path, hunk, reason }];
      }),
    );
  };
  return { change: of("change"), file: of("file"), hunk: of("hunk") };
}

/** Null: the task is about something else, so that its result says nothing of this change. */
function askedOf({ payload }: Task, parts: ChangeParts): Asked | null {
  try {
    return parts.asked(payload);
  } catch {
    return null;
  }
}
