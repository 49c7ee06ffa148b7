import { blockOf } from "../block-table.ts";
import { chooseCopy } from "../choose-copy.ts";
import type { MindState } from "./mind-state.ts";
import type { Stint } from "./stint.ts";

/** Begins a block; null: there is none, or the board has to tell more first. */
export function beginBlock(state: MindState, now: number): Stint | null {
  const { options, looks, next, held } = state;
  if (state.isAlone) return state.awaitsWord ? null : beginAlone(state, now);
  if (state.unclaimed !== null || looks.isWanted) return null;
  const block = next.choose();
  if (block === null) return beginCopy(state, now);
  const { slot, how } = block;
  const { worker, tasks } = blockOf(options.table, slot);
  if (how === "own") next.settleOn(worker);
  state.unclaimed = slot;
  return held.start(slot, how, tasks, now);
}

function beginAlone({ options, next, sight, held }: MindState, now: number): Stint | null {
  const slot = next.ofOwnList();
  if (slot === null) return null;
  sight.take(slot, now);
  return held.start(slot, "own", blockOf(options.table, slot).tasks, now);
}

function beginCopy(state: MindState, now: number): Stint | null {
  const { options, looks, news, held } = state;
  if (!looks.hasReadSince(news.toldAt)) return null;
  const copy = chooseCopy(state.copyView(now), options.worker);
  if (copy === null) return null;
  state.unclaimed = copy.slot;
  return held.start(copy.slot, "speculative", copy.tasks, now);
}
