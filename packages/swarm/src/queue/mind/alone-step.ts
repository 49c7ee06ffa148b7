import type { BoardStep } from "./board-step.ts";
import type { MindState } from "./mind-state.ts";

/** Seconds before a worker that is alone thinks again of what it has to put up. */
const pause = 15;

/** Whoever is cut off looks whether the board is back; its driver says how often. */
export function aloneStep({ options, held, sight, news }: MindState, now: number): BoardStep {
  if (!options.isAlone) return { do: "look", pages: false };
  if (held.current(now) === null && sight.front(options.worker) === null) return { do: "leave" };
  if (news.hasResults && now >= news.dueAt) return { do: "put" };
  return { do: "wait", until: Math.max(news.dueAt, now + pause) };
}
