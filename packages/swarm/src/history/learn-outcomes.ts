import { digest } from "@swarm-actions/core";
import { type FindingOutcome, judgeOutcomes } from "../consensus/judge-outcomes.ts";
import type { History } from "./history.ts";
import { learnFrom } from "./learn.ts";

/** Of one finding; further names are not looked for. */
const mostNames = 4;

/**
 * What is known of voters after these outcomes. Each finding counts once, with the first that is told of it,
 * however often and under whichever of its names it is told of again.
 * @param where what the findings are in, such as a pull request: the same one elsewhere counts by itself
 * @returns the same history when nothing is new
 */
export function learnOutcomes(
  history: History,
  outcomes: readonly FindingOutcome[],
  where: string,
): History {
  const counted = new Set(history.counted);
  const again: string[] = [];
  const news = outcomes.filter((outcome) => {
    const names = namesOf(outcome, where);
    const isNew = !names.some((name) => counted.has(name));
    for (const name of names) counted.add(name);
    again.push(...names);
    return isNew;
  });
  if (news.length === 0) return history;
  const judged = judgeOutcomes(news);
  return learnFrom(history, { ...nothingElse, judged, counted: again });
}

const nothingElse = { durations: [], readySeconds: [], setupSeconds: [], claimSeconds: [] };

function namesOf({ id, aliases = [] }: FindingOutcome, where: string): readonly string[] {
  const names = [...new Set([id, ...aliases])].slice(0, mostNames);
  return names.map((name) => digest(`outcome ${where} ${name}`, 12));
}
