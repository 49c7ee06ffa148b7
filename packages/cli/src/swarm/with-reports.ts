import { type History, learnFrom } from "@swarm-actions/swarm";
import type { FoundTasks } from "@swarm-actions/tasks";

/** What reports of others tell counts where nothing was seen ourselves. */
export function withReports(history: History, { tasks, seconds }: FoundTasks): History {
  const durations = tasks.flatMap(({ key, kind }) => {
    const told = seconds.get(key);
    return told === undefined || history.durations.has(key) ? [] : [{ key, kind, seconds: told }];
  });
  if (durations.length === 0) return history;
  const none = { readySeconds: [], setupSeconds: [], claimSeconds: [], judged: [] };
  return learnFrom(history, { ...none, durations });
}
