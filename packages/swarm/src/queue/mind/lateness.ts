import { blockOf } from "../block-table.ts";
import { endPatience, patience } from "../choose-copy.ts";
import type { MindState } from "./mind-state.ts";
import type { Stint } from "./stint.ts";

/** A last block that takes so many claims is told of. */
const worthTelling = 4;

/** When a block takes so long that somebody else is welcome to what comes after the task at hand. */
export function lateAt({ options, next }: MindState, { slot, since }: Stint): number {
  const { table, claimSeconds } = options;
  const { factor, claims } = next.choose() === null ? endPatience : patience;
  return since + factor * blockOf(table, slot).seconds + claims * claimSeconds;
}

/** The slot of the block at hand when it is late, or nothing else is free; null: it is offered to nobody. */
export function offer(state: MindState, now: number): number | null {
  const { held, next, news } = state;
  const stint = held.current(now);
  if (stint === null) return null;
  if (now < lateAt(state, stint) && next.choose() !== null) return null;
  news.offer(stint.slot);
  return stint.slot;
}

/** Nothing is free any more: what is done is told once, so that nobody takes it to be forsaken. */
export function tellsOfLastBlock({ options, held, next, news }: MindState): boolean {
  const { stint } = held;
  if (stint === null || next.choose() !== null) return false;
  const { seconds } = blockOf(options.table, stint.slot);
  return seconds >= worthTelling * options.claimSeconds && news.tellsOfLast();
}
