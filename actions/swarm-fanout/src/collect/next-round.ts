import {
  type Collected,
  type Conditions,
  type History,
  type NextRound,
  nextRound,
  type PlanNote,
  planRound,
  type RoundVerdict,
  roundFacts,
  type SwarmPlan,
} from "@swarm-actions/swarm";

/** What decides whether there is a further round, and where and when it is planned. */
export interface RoundSetting extends RoundVerdict {
  readonly history: History;
  readonly roundsLeft: number;
  /** A verdict that is less probable is uncertain, 0–1. */
  readonly certainty: number;
  /** What everything came to so far, in US dollars; null: not known. */
  readonly spentUsd: number | null;
  /** What a further round is billed at least, in minutes. */
  readonly roundMinutes: number;
  /** When the job that plans began; milliseconds since 1970. */
  readonly startedAt: number;
  readonly usual: Conditions;
}

/**
 * What comes after a round: what is missing is done again, and in an adaptive swarm one more agent is asked
 * where a verdict is uncertain. It asks for no more workers than the first round had.
 */
export function planNext(collected: Collected, setting: RoundSetting): NextRound {
  const [first] = collected.plans;
  if (first === undefined) throw new Error("there is no plan to go on from");
  const { note } = first.plan;
  const next =
    note?.isAdaptive === true
      ? askFurther(collected, setting, note)
      : doAgain(collected, setting, first.plan);
  if (next.do === "stop" || note === undefined) return next;
  const { startedAt } = setting;
  return { ...next, plan: { ...next.plan, note: { ...note, startedAt, endedAt: Date.now() } } };
}

function doAgain(
  { missing, plans }: Collected,
  { history, roundsLeft, usual }: RoundSetting,
  first: SwarmPlan,
): NextRound {
  if (missing.length === 0) return { do: "stop", why: "Every task has a result." };
  if (roundsLeft < 1) return { do: "stop", why: "No round is left." };
  const epoch = Math.max(...plans.map(({ plan }) => plan.epoch));
  const keys = missing.map(({ key }) => key);
  const options = { history, usual, ...priceIn(first.note) };
  const plan = planRound({ ...first, epoch }, keys, options);
  return { do: "again", why: `${missing.length} of the tasks have no result.`, plan };
}

function askFurther(collected: Collected, setting: RoundSetting, note: PlanNote): NextRound {
  const facts = roundFacts(collected, setting, setting.history);
  if (facts === null) return { do: "stop", why: "There is no plan to go on from." };
  const { certainty: confidence, roundsLeft, usual } = setting;
  const budget = budgetOf(collected, setting, note);
  return nextRound(facts, { confidence, roundsLeft, budget }, { usual, ...priceIn(note) });
}

/** An answer more costs what one has cost so far, and jobs are billed for a minute at least. */
function budgetOf({ results, tasks }: Collected, setting: RoundSetting, note: PlanNote) {
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
