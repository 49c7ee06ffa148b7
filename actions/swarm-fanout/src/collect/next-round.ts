import {
  type Conditions,
  type History,
  type PublishedPlan,
  planRound,
  type SwarmPlan,
  type Task,
} from "@swarm-actions/swarm";

/** When and where a further round is planned. */
interface RoundSetting {
  /** When the job that plans began, and now; milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly usual: Conditions;
}

/** A plan for what is left, after the plans that were; it asks for no more workers than the first had. */
export function planNext(
  tasks: readonly Task[],
  plans: readonly PublishedPlan[],
  history: History,
  { startedAt, endedAt, usual }: RoundSetting,
): SwarmPlan {
  const [first] = plans;
  if (first === undefined) throw new Error("there is no plan to go on from");
  const { note } = first.plan;
  const epoch = Math.max(...plans.map(({ plan }) => plan.epoch));
  const missing = tasks.map(({ key }) => key);
  const price = note?.runnerPrice ?? null;
  const made = planRound({ ...first.plan, epoch }, missing, {
    history,
    usual,
    ...(price === null ? {} : { runnerPrice: price }),
  });
  return note === undefined ? made : { ...made, note: { ...note, startedAt, endedAt } };
}
