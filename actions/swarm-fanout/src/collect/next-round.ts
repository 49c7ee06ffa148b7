import {
  type History,
  type PublishedPlan,
  planSwarm,
  type SwarmPlan,
  type Task,
} from "@swarm-actions/swarm";

/** When the job that plans began, and now; milliseconds since 1970. */
interface Times {
  readonly startedAt: number;
  readonly endedAt: number;
}

/** A plan for what is left, after the plans that were; it asks for no more workers than the first had. */
export function planNext(
  tasks: readonly Task[],
  plans: readonly PublishedPlan[],
  history: History,
  times: Times,
): SwarmPlan {
  const [first] = plans;
  if (first === undefined) throw new Error("there is no plan to go on from");
  const { key, lists, note } = first.plan;
  const made = planSwarm(tasks, history, {
    key,
    epoch: Math.max(...plans.map(({ plan }) => plan.epoch)) + 1,
    maxWorkers: Math.max(1, lists.length),
    ...(note?.runnerPrice == null ? {} : { runnerPrice: note.runnerPrice }),
  });
  return note === undefined ? made : { ...made, note: { ...note, ...times } };
}
