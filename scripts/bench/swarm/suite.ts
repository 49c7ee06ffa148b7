import { noHistory, type Prediction, predictTasks, type Task } from "@swarm-actions/swarm";

/** Tasks, what may be known of them, and how long they really take. */
export interface Suite {
  readonly name: string;
  readonly tasks: readonly Task[];
  readonly predictions: readonly Prediction[];
  readonly actual: readonly number[];
}

export type Durations = ReadonlyMap<string, number>;

/** What a planner makes of one recorded run of the past. */
export function suiteOf(name: string, history: Durations, actual: Durations): Suite {
  const tasks = [...actual.keys()].map((key): Task => {
    return { key, kind: "test", affinity: null, size: 1, payload: null };
  });
  const durations = new Map(
    [...history].map(([key, mean]) => {
      return [key, { mean, variance: 0, count: 1, kind: "test", seen: 1 }] as const;
    }),
  );
  const predictions = predictTasks(tasks, { ...noHistory, runs: 1, durations });
  return { name, tasks, predictions, actual: [...actual.values()] };
}
