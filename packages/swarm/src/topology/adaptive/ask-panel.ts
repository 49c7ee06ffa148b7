import type { History } from "../../history/history.ts";
import type { Task } from "../../task.ts";
import { choosePanel, rankAgents } from "./choose-panel.ts";

/** At first so few are asked that their majority is likely right; where they are not at one, more follow. */
const firstPanel = { confidence: 0.75, least: 3 };

/** Tasks of an adaptive swarm. */
export interface AskedTasks {
  readonly tasks: readonly Task[];
  /** All that may be asked, those who were right most often first. */
  readonly agents: readonly string[];
}

/**
 * Lets a part of the agents answer each task at first; `nextRound` asks others where that is not enough.
 * Without agents that are known by name everything stays as it is. Tasks that say whom to ask are obeyed.
 * @param always agents that are asked at first in any case, and are no part of those that may be asked
 */
export function askPanel(
  tasks: readonly Task[],
  agents: readonly string[],
  history: History,
  always: readonly string[] = [],
): AskedTasks {
  const ranked = rankAgents([...new Set(agents)], history);
  if (ranked.length === 0) return { tasks, agents: [] };
  const { agents: first } = choosePanel(ranked, history, firstPanel);
  const asks = [...always, ...first];
  return { tasks: tasks.map((task) => ({ asks, ...task })), agents: ranked };
}
