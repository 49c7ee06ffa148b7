import type { Aggregation, Verdict } from "../../consensus/verdict.ts";
import type { History } from "../../history/history.ts";
import { predictTasks } from "../../history/predict.ts";
import type { SwarmPlan } from "../../plan/plan.ts";
import { planTasks, type RoundOptions } from "../../plan/plan-round.ts";
import { showCount, showDollars } from "../../plan/words.ts";
import type { Task } from "../../task.ts";
import { followUpKey } from "./follow-up-key.ts";

/** What is known after a round, and what may still be spent. */
export interface RoundFacts {
  /** Of the round that is over. */
  readonly plan: SwarmPlan;
  /** Tasks without a result. */
  readonly missing: readonly Task[];
  /** Null: nothing was voted on. */
  readonly verdict: Aggregation | null;
  /** By item: the tasks whose results voted on it. */
  readonly tasksOf: ReadonlyMap<string, readonly Task[]>;
  /** Agents that may be asked, those who are right most often first. */
  readonly agents: readonly string[];
  /** By task key, without what follow-ups add: who was asked so far. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  readonly history: History;
}

export interface AdaptiveRules {
  /** A verdict whose label is less probable than this is uncertain, 0–1. */
  readonly confidence: number;
  readonly roundsLeft: number;
  /** US dollars that may still be spent, and what one more answer costs; null: no limit. */
  readonly budget: { readonly leftUsd: number; readonly perAnswerUsd: number } | null;
}

export type NextRound =
  | { readonly do: "stop"; readonly why: string }
  | { readonly do: "again"; readonly why: string; readonly plan: SwarmPlan };

/**
 * What comes after a round of an adaptive swarm: what is missing is done again, and where a verdict is
 * uncertain one more agent is asked, least certain first, as far as the budget goes.
 */
export function nextRound(
  facts: RoundFacts,
  rules: AdaptiveRules,
  options: Omit<RoundOptions, "history"> = {},
): NextRound {
  const uncertain = uncertainItems(facts.verdict, rules.confidence);
  if (facts.missing.length === 0 && uncertain.length === 0) {
    return { do: "stop", why: "Every task has a result, and every verdict is certain." };
  }
  if (rules.roundsLeft < 1) return { do: "stop", why: "No round is left." };
  const more = followUps(uncertain, facts).slice(0, affordable(rules));
  const tasks = [...facts.missing, ...more];
  if (tasks.length === 0) return { do: "stop", why: whyNobody(uncertain.length, rules) };
  const predictions = predictTasks(tasks, facts.history);
  const plan = planTasks(facts.plan, tasks, predictions, { ...options, history: facts.history });
  return { do: "again", why: explain(facts.missing.length, more.length), plan };
}

/** The least certain first. */
function uncertainItems(verdict: Aggregation | null, confidence: number): readonly Verdict[] {
  return (verdict?.verdicts ?? [])
    .filter((one) => certainty(one) < confidence)
    .sort((a, b) => certainty(a) - certainty(b) || (a.item < b.item ? -1 : 1));
}

function certainty({ label, posterior }: Verdict): number {
  if (label === null) return 0;
  return posterior.find((one) => one.label === label)?.probability ?? 0;
}

/** Each task once, by the best agent that was not asked yet. */
function followUps(
  items: readonly Verdict[],
  { tasksOf, agents, asked }: RoundFacts,
): readonly Task[] {
  const more = new Map<string, Task>();
  for (const task of items.flatMap(({ item }) => tasksOf.get(item) ?? [])) {
    const known = new Set(asked.get(task.key) ?? task.asks ?? agents);
    const agent = agents.find((name) => !known.has(name));
    if (agent === undefined || more.has(task.key)) continue;
    more.set(task.key, { ...task, key: followUpKey(task.key, agent), asks: [agent] });
  }
  return [...more.values()];
}

function affordable({ budget }: AdaptiveRules): number {
  if (budget === null || budget.perAnswerUsd <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.floor(budget.leftUsd / budget.perAnswerUsd));
}

function whyNobody(uncertain: number, rules: AdaptiveRules): string {
  const what = `${showCount(uncertain, "verdict")} stay${uncertain === 1 ? "s" : ""} uncertain`;
  if (affordable(rules) > 0) return `${what}: every agent was asked.`;
  return `${what}: ${showDollars(rules.budget?.leftUsd ?? 0)} is left, too little to ask anybody.`;
}

function explain(missing: number, more: number): string {
  const again = missing > 0 ? [`${showCount(missing, "task")} again`] : [];
  const asked = more > 0 ? [`one more agent for ${showCount(more, "task")} in doubt`] : [];
  return `${[...again, ...asked].join(", and ")}.`;
}
