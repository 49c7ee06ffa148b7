import { compareText } from "@swarm-actions/core";
import type { History } from "../../history/history.ts";

export interface PanelRules {
  /** How probable it should be that most of the panel is right, 0–1. */
  readonly confidence: number;
  /** Agents that are asked at least. */
  readonly least: number;
}

/** Who is asked at first, and how sure that makes it. */
export interface Panel {
  readonly agents: readonly string[];
  /** Probability that most of them are right, were they independent. */
  readonly confidence: number;
}

/** Before anybody judged an agent it is taken to be right seven times out of ten. */
const prior = { right: 7, wrong: 3 };

/**
 * The fewest agents of which most are right with the probability that is asked for; those who were right
 * most often first. Odd numbers only, as they cannot be split in half; all agents where that is not enough.
 */
export function choosePanel(agents: readonly string[], history: History, rules: PanelRules): Panel {
  const ranked = rank(agents, history);
  const most = (size: number): Panel => {
    const chosen = ranked.slice(0, size);
    const rights = chosen.map(({ right }) => right);
    return { agents: chosen.map(({ agent }) => agent), confidence: majorityIsRight(rights) };
  };
  for (let size = odd(Math.max(1, rules.least)); size < agents.length; size += 2) {
    const panel = most(size);
    if (panel.confidence >= rules.confidence) return panel;
  }
  return most(agents.length);
}

/** Those who were right most often first. */
export function rankAgents(agents: readonly string[], history: History): readonly string[] {
  return rank(agents, history).map(({ agent }) => agent);
}

function rank(agents: readonly string[], history: History) {
  return agents
    .map((agent) => ({ agent, right: reliabilityOf(agent, history) }))
    .sort((a, b) => b.right - a.right || compareText(a.agent, b.agent));
}

function odd(size: number): number {
  return size % 2 === 1 ? size : size + 1;
}

/** How often an agent is right, 0–1, as far as it is known; a mean with a Beta prior. */
function reliabilityOf(agent: string, { reliability }: History): number {
  const { right, wrong } = reliability.get(agent) ?? { right: 0, wrong: 0 };
  return (right + prior.right) / (right + wrong + prior.right + prior.wrong);
}

/** Probability that more than half of independent voters are right. */
function majorityIsRight(rights: readonly number[]): number {
  let counts = [1];
  for (const right of rights) {
    counts = Array.from(
      { length: counts.length + 1 },
      (_, at) => (counts[at] ?? 0) * (1 - right) + (counts[at - 1] ?? 0) * right,
    );
  }
  const half = rights.length / 2;
  return counts.reduce((sum, chance, at) => (at > half ? sum + chance : sum), 0);
}
