import type { BoardStep } from "./board-step.ts";
import type { MindState } from "./mind-state.ts";

/** Seconds before a worker that is alone thinks again of what it has to put up. */
const pause = 15;
/** Whoever listens looks so often in the time in which each of the others may put up one page. */
const looksAPage = 4;

/** Whoever is cut off looks whether the board is back; its driver says how often. */
export function aloneStep(state: MindState, now: number): BoardStep {
  const { options, held, sight, news } = state;
  if (!options.isAlone) return { do: "look", pages: false };
  if (held.current(now) === null && sight.front(options.worker) === null) return { do: "leave" };
  if (news.hasResults && now >= news.dueAt) return { do: "put" };
  if (options.listens === true) return shareWord(state, now);
  return { do: "wait", until: Math.max(news.dueAt, now + pause) };
}

/** Tells of providers without more names than a worker may use, and hears of them. */
function shareWord({ looks, news, pace }: MindState, now: number): BoardStep {
  if (news.isUrgent && now >= news.mayTellAt) return { do: "put" };
  const look = looks.lookedAt + pace / looksAPage;
  if (now >= look) return { do: "look", pages: false };
  const tell = news.isUrgent || news.hasResults ? news.dueAt : Number.POSITIVE_INFINITY;
  return { do: "wait", until: Math.min(look, tell) };
}
