import { aloneStep } from "./alone-step.ts";
import { type BoardStep, stepAt } from "./board-step.ts";
import { busyStep } from "./busy-step.ts";
import { idleStep } from "./idle-step.ts";
import { tellsOfLastBlock } from "./lateness.ts";
import type { MindState } from "./mind-state.ts";

/** What comes first on the board: claims, then what others have to know, then what it has to know. */
export function nextStep(state: MindState, now: number): BoardStep {
  const { options, news, looks, held } = state;
  if (state.isAlone) return aloneStep(state, now);
  if (state.unclaimed !== null) return { do: "claim", slot: state.unclaimed };
  if (news.isUrgent) return { do: "put" };
  if (news.hasResults && (now >= news.dueAt || tellsOfLastBlock(state))) return { do: "put" };
  if (looks.isWanted)
    return stepAt(looks.wantedAt, now, { do: "look", pages: options.readsFirst ?? false });
  const stint = held.current(now);
  return stint === null ? idleStep(state, now) : busyStep(state, stint, now);
}
