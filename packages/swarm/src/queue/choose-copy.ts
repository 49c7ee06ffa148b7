import { type BlockTable, blockOf } from "./block-table.ts";
import type { Sight } from "./sight.ts";

/** What is done twice may come to so much of all predicted work; what is handed over is done once. */
const budget = 0.05;
/** After so many times its predicted seconds and so many claims a block is late, and its worker says so. */
export const patience = { factor: 2, claims: 2 };
/** The same when nothing else is free, and others have time to take over what is left of it. */
export const endPatience = { factor: 0.5, claims: 1 };
/** After these, a block of which nobody says anything is taken to be forsaken. */
const silence = { factor: 3, claims: 10 };

export interface CopyView {
  readonly table: BlockTable;
  readonly sight: Sight;
  readonly claimSeconds: number;
  readonly now: number;
  /** Whether the worker has, or had, the slot itself. */
  readonly isMine: (slot: number) => boolean;
}

/** A slot to take over, and the tasks to do. */
export interface Copy {
  readonly slot: number;
  readonly tasks: readonly number[];
}

/**
 * Of the late blocks of others one with about the longest rest: its worker is stuck in a task, or dead, or
 * the name is burnt. It is done from its end. What living workers are in stays with them. Null: there is
 * none, somebody has taken it over, or that has come to what it may.
 */
export function chooseCopy(view: CopyView, worker: number): Copy | null {
  const { table, sight } = view;
  const left = budget * table.total - sight.copied;
  const copies = lateSlots(view)
    .map((slot) => copyOf(slot, view))
    .filter(
      ({ tasks, seconds, isHandedOver }) => tasks.length > 0 && (isHandedOver || seconds <= left),
    );
  const longest = copies.reduce((most, { seconds }) => Math.max(most, seconds), 0);
  const alike = copies.filter(({ seconds }) => seconds >= longest / 4);
  return alike[worker % alike.length] ?? null;
}

function lateSlots(view: CopyView): number[] {
  const { table, now } = view;
  const slots: number[] = [];
  for (let slot = 0; slot < table.slots - table.blocks.length; slot++) {
    if (isOpen(slot, view) && lateAt(slot, view) <= now) slots.push(slot);
  }
  return slots;
}

function copyOf(slot: number, { table, sight }: CopyView) {
  const tasks = restToTake(slot, table, sight);
  const seconds = tasks.reduce((sum, task) => sum + (table.seconds[task] ?? 0), 0);
  const isHandedOver = sight.atHand(slot) !== null;
  return { slot: slot + table.blocks.length, tasks, seconds, isHandedOver };
}

/** When the next block will be late, if that is before others are expected to end; null: none will. */
export function nextLate(view: CopyView): number | null {
  const { table, sight, now } = view;
  let [late, end] = [Number.POSITIVE_INFINITY, now];
  for (let slot = 0; slot < table.slots - table.blocks.length; slot++) {
    if (!isOpen(slot, view)) continue;
    const at = lateAt(slot, view);
    const over = sight.takenAt(slot) + blockOf(table, slot).seconds;
    const tellsMore = (at > now && at < late) || over > end;
    if (!tellsMore || restToTake(slot, table, sight).length === 0) continue;
    if (at > now) late = Math.min(late, at);
    end = Math.max(end, over);
  }
  return late < end ? late : null;
}

/** Without what is at hand of workers that said to be in the block, or in what they took over of it. */
function restToTake(slot: number, { blocks }: BlockTable, sight: Sight): number[] {
  const atHand = new Set<number | null>();
  for (let each = slot; each >= 0; each -= blocks.length) atHand.add(sight.atHand(each));
  return sight
    .restOf(slot)
    .filter((task) => !atHand.has(task))
    .reverse();
}

function lateAt(slot: number, { table, sight, claimSeconds }: CopyView): number {
  const { seconds } = blockOf(table, slot);
  const { factor, claims } = sight.atHand(slot) === null ? silence : endPatience;
  return sight.takenAt(slot) + factor * seconds + claims * claimSeconds;
}

/** Taken by others, and not taken over. */
function isOpen(slot: number, { table, sight, isMine }: CopyView): boolean {
  return (
    sight.isTaken(slot) &&
    !sight.isTaken(slot + table.blocks.length) &&
    !isMine(slot) &&
    !sight.isThrough(slot)
  );
}
