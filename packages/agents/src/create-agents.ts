import type { Agent } from "@swarm-actions/review";
import { createCommandAgent } from "./command/agent.ts";
import type { AgentDefinition } from "./definition.ts";
import { createModelAgent } from "./model/agent.ts";
import { type Budget, shareOf } from "./model/spending.ts";
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

/**
 * Makes the agents that the definitions describe; none is asked yet.
 * @param budget of the run, split evenly over all roles of all models
 * @throws CodedError `model/no-price`
 */
export function createAgents(
  definitions: Readonly<Record<string, AgentDefinition>>,
  setup: AgentSetup,
  budget: Budget,
): AgentGroup[] {
  const share = shareOf(budget, countRoles(Object.values(definitions)));
  return Object.entries(definitions).map(([name, definition]) => ({
    name,
    timeout: definition.timeout,
    agents: create(name, definition, setup, share),
  }));
}

function countRoles(definitions: readonly AgentDefinition[]): number {
  const counts = definitions.map((one) => ("roles" in one ? one.roles.length : 0));
  return counts.reduce((sum, count) => sum + count, 0);
}

function create(
  name: string,
  definition: AgentDefinition,
  setup: AgentSetup,
  share: Budget,
): readonly Agent[] {
  switch (definition.type) {
    case "rules":
      return [createRulesAgent(name, definition)];
    case "sarif":
      return [createSarifAgent(name, definition, setup)];
    case "rdjson":
      return [createRdjsonAgent(name, definition, setup)];
    case "command":
      return [createCommandAgent(name, definition, setup)];
    case "openai":
    case "anthropic": {
      const request = { protocol: definition.type, options: definition, setup, share };
      return definition.roles.map((role) => createModelAgent(name, role, request));
    }
  }
}
