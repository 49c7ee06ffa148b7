import { nextLate } from "../choose-copy.ts";
import { type BoardStep, stepAt } from "./board-step.ts";
import type { MindState } from "./mind-state.ts";

/** A worker that is idle looks again after so many claims. */
const pause = 2;

/** What a worker without a block does on the board: it tells, it reads, and it leaves when nobody will be late. */
export function idleStep(state: MindState, now: number): BoardStep {
  const { options, next, news, looks } = state;
  const { claimSeconds, random } = options;
  if (next.choose() !== null) return { do: "wait", until: now + claimSeconds };
  if (news.hasResults) return { do: "put" };
  if (!looks.hasReadSince(news.toldAt)) return { do: "look", pages: true };
  const late = nextLate(state.copyView(now));
  if (late === null) return { do: "leave" };
  const again = looks.lookedAt + pause * claimSeconds * (0.75 + random() / 2);
  return stepAt(Math.min(late, again), now, { do: "look", pages: true });
}
