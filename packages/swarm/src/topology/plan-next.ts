import type { Collected } from "../collect/collector.ts";
import type { History } from "../history/history.ts";
import type { Conditions } from "../plan/conditions.ts";
import type { PlanNote, SwarmPlan } from "../plan/plan.ts";
import { planRound } from "../plan/plan-round.ts";
import { showCount } from "../plan/words.ts";
import { type NextRound, nextRound } from "./adaptive/next-round.ts";
import { type RoundVerdict, roundFacts } from "./adaptive/round-facts.ts";

/** What decides whether there is a further round, and where and when it is planned. */
export interface NextSetting extends RoundVerdict {
  readonly history: History;
  readonly roundsLeft: number;
  /** A verdict that is less probable is uncertain, 0–1. */
  readonly certainty: number;
  /** What everything came to so far, in US dollars; null: not known. */
  readonly spentUsd: number | null;
  /** What a further round is billed at least, in minutes. */
  readonly roundMinutes: number;
  /** When whoever plans began, and now; milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly usual: Conditions;
}

/**
 * What comes after a round: what is missing is done again, and in an adaptive swarm one more agent is asked
 * where a verdict is uncertain. It asks for no more workers than the first round had.
 */
export function planNext(collected: Collected, setting: NextSetting): NextRound {
  const [first] = collected.plans;
  if (first === undefined) return { do: "stop", why: "There is no plan to go on from." };
  const { note } = first.plan;
  const next =
    note?.isAdaptive === true
      ? askFurther(collected, setting, note)
      : doAgain(collected, setting, first.plan);
  if (next.do === "stop" || note === undefined) return next;
  const { startedAt, endedAt } = setting;
  return { ...next, plan: { ...next.plan, note: { ...note, startedAt, endedAt } } };
}

function doAgain(
  { missing, plans }: Collected,
  { history, roundsLeft, usual }: NextSetting,
  first: SwarmPlan,
): NextRound {
  if (missing.length === 0) return { do: "stop", why: "Every task has a result." };
  if (roundsLeft < 1) return { do: "stop", why: "No round is left." };
  const epoch = Math.max(...plans.map(({ plan }) => plan.epoch));
  const keys = missing.map(({ key }) => key);
  const options = { history, usual, ...priceIn(first.note) };
  const plan = planRound({ ...first, epoch }, keys, options);
  return { do: "again", why: `${showCount(missing.length, "task")} again.`, plan };
}

function askFurther(collected: Collected, setting: NextSetting, note: PlanNote): NextRound {
  const facts = roundFacts(collected, setting, setting.history);
  if (facts === null) return { do: "stop", why: "There is no plan to go on from." };
  const { certainty: confidence, roundsLeft, usual } = setting;
  const budget = budgetOf(collected, setting, note);
  return nextRound(facts, { confidence, roundsLeft, budget }, { usual, ...priceIn(note) });
}

/** An answer more costs what one has cost so far, and jobs are billed for a minute at least. */
function budgetOf({ results, tasks }: Collected, setting: NextSetting, note: PlanNote) {
  const { spentUsd, roundMinutes } = setting;
  if (note.maxCost === undefined || spentUsd === null) return null;
  const asked = new Map(tasks.map(({ key, asks }) => [key, asks?.length ?? 1]));
  const answers = results.reduce((sum, { result }) => sum + (asked.get(result.key) ?? 1), 0);
  const left = note.maxCost - spentUsd - roundMinutes * (note.runnerPrice ?? 0);
  return { leftUsd: Math.max(0, left), perAnswerUsd: spentUsd / Math.max(1, answers) };
}

function priceIn(note: PlanNote | undefined): { readonly runnerPrice?: number } {
  const price = note?.runnerPrice ?? null;
  return price === null ? {} : { runnerPrice: price };
}
