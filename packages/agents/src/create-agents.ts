import type { Agent } from "@swarm-actions/review";
import type { AgentDefinition } from "./definition.ts";
import { createRdjsonAgent } from "./rdjson/agent.ts";
import { createRulesAgent } from "./rules/agent.ts";
import { createSarifAgent } from "./sarif/agent.ts";
import type { AgentSetup } from "./setup.ts";

/** The agents of one definition: one, or one a role for models. */
export interface AgentGroup {
  readonly name: string;
  /** Seconds, when the definition has a limit of its own. */
  readonly timeout: number | undefined;
  readonly agents: readonly Agent[];
}

/** Makes the agents that the definitions describe; none is asked yet. */
export function createAgents(
  definitions: Readonly<Record<string, AgentDefinition>>,
  setup: AgentSetup,
): AgentGroup[] {
  return Object.entries(definitions).map(([name, definition]) => ({
    name,
    timeout: definition.timeout,
    agents: create(name, definition, setup),
  }));
}

function create(name: string, definition: AgentDefinition, setup: AgentSetup): readonly Agent[] {
  switch (definition.type) {
    case "rules":
      return [createRulesAgent(name, definition, setup)];
    case "sarif":
      return [createSarifAgent(name, definition, setup)];
    case "rdjson":
      return [createRdjsonAgent(name, definition, setup)];
  }
}
