import { type BoardStep, stepAt } from "./board-step.ts";
import { lateAt } from "./lateness.ts";
import type { MindState } from "./mind-state.ts";
import type { Stint } from "./stint.ts";

/** Looks so many claims before a block is expected to end, so that it knows what is free when it does. */
const lead = 1;
/** Looks again after so many claims at least while it is busy, as a block may end before it is expected to. */
const glance = 2;
/** Who is late, or does what others may be in, reads again after so many claims. */
const pause = 2;

/** What a worker that is in a block does on the board. */
export function busyStep(state: MindState, stint: Stint, now: number): BoardStep {
  const { options, looks, news, held } = state;
  const look = lookBeforeEnd(state, stint);
  if (look !== null) return stepAt(look, now, { do: "look", pages: false });
  const soon = pause * options.claimSeconds;
  // The one who is in it, or somebody else who took it over, may have done it meanwhile.
  if (stint.how === "speculative")
    return stepAt(looks.readAt + soon, now, { do: "look", pages: true });
  const next = Math.min(lateAt(state, stint), held.endOfCopy(stint) + 0.001);
  if (now < next) return { do: "wait", until: next };
  if (news.tellsOfBeingStuck(stint.slot)) return { do: "put" };
  const again = looks.readAt + Math.max(soon, (now - stint.since) / 4);
  return stepAt(again, now, { do: "look", pages: true });
}

/** When to see what is free once the block is through; null: nothing is, or it has seen it. */
function lookBeforeEnd({ options, next, looks, held }: MindState, stint: Stint): number | null {
  const { claimSeconds } = options;
  const end = held.expectedEnd(stint);
  const early = end - lead * claimSeconds;
  const { lookedAt } = looks;
  const hasSeen = lookedAt >= stint.since && lookedAt >= early;
  if (next.choose() === null || hasSeen) return null;
  const often = lookedAt + Math.max(glance * claimSeconds, (end - stint.since) / 10);
  return Math.min(often, Math.max(early, lookedAt));
}
