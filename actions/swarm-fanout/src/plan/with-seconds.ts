import type { Duration, History } from "@swarm-actions/swarm";
import type { FoundTasks } from "@swarm-actions/tasks";

/** A history that also knows what reports tell of tasks which no run of the swarm has seen. */
export function withSeconds(history: History, { tasks, seconds }: FoundTasks): History {
  if (seconds.size === 0) return history;
  const durations = new Map<string, Duration>(history.durations);
  for (const { key, kind } of tasks) {
    const mean = seconds.get(key);
    if (mean === undefined || durations.has(key)) continue;
    durations.set(key, { mean, variance: 0, count: 1, kind, seen: history.runs });
  }
  return { ...history, durations };
}
