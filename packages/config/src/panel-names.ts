import type { AssembledAgents } from "./assemble-agents.ts";

/** Agents of a panel by name, by whether they can be asked about a part of a change. */
export interface PanelNames {
  /** Those that are asked about each part by itself, such as models. */
  readonly agents: readonly string[];
  /** Those that look at all of a change at once, whatever part a task is about. */
  readonly always: readonly string[];
}

export function panelNames({ agents }: Pick<AssembledAgents, "agents">): PanelNames {
  const named = (looksAtAll: boolean): readonly string[] =>
    agents
      .filter(({ split = "change" }) => (split === "change") === looksAtAll)
      .map(({ agent }) => agent.name);
  return { agents: named(false), always: named(true) };
}
