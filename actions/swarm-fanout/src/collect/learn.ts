import { type Collected, type History, learnFrom, lessonsOf } from "@swarm-actions/swarm";

/** What is known after this swarm; the same as before where nothing was done. */
export function learn(history: History, collected: Collected, startedAt: number): History {
  const { tasks, results, workers } = collected;
  if (results.length === 0) return history;
  const lessons = lessonsOf({
    tasks,
    results: results.map(({ result }) => result),
    workers,
    startedAt,
    known: history.durations,
  });
  return learnFrom(history, lessons);
}
