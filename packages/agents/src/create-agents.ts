import type { Agent } from "@swarm-actions/review";
import type { AgentDefinition } from "./definition.ts";
import { type Budget, shareOf } from "./model/spending.ts";
import type { Split } from "./panel/ask-agent.ts";
import type { AgentSetup } from "./setup.ts";

/** A report is about all of the change, and patterns cost nothing; programs look at files. */
const usualSplit: Readonly<Record<AgentDefinition["type"], Split>> = {
  rules: "change",
  sarif: "change",
  rdjson: "change",
  command: "file",
  openai: "hunk",
  anthropic: "hunk",
};

/** The agents of one definition: one, or one a role for models. */
export interface AgentGroup {
  readonly name: string;
  /** Seconds, when the definition has a limit of its own. */
  readonly timeout: number | undefined;
  readonly split: Split;
  /** The name of the group that answers in its place when it cannot; null: none. */
  readonly standIn: string | null;
  readonly agents: readonly Agent[];
}

/**
 * Makes the agents that the definitions describe; none is asked yet.
 * @param budget of the run, split evenly over all roles of all models
 * @throws CodedError `model/no-price`
 */
export async function createAgents(
  definitions: Readonly<Record<string, AgentDefinition>>,
  setup: AgentSetup,
  budget: Budget,
): Promise<AgentGroup[]> {
  const share = shareOf(budget, countRoles(Object.values(definitions)));
  return Promise.all(
    Object.entries(definitions).map(async ([name, definition]) => ({
      name,
      timeout: definition.timeout,
      split: definition.split ?? usualSplit[definition.type],
      standIn: definition["stand-in"] ?? null,
      agents: await create(name, definition, setup, share),
    })),
  );
}

function countRoles(definitions: readonly AgentDefinition[]): number {
  const counts = definitions.map((one) => ("roles" in one ? one.roles.length : 0));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** A kind is loaded when one of it is defined: most reviews have few of them. */
async function create(
  name: string,
  definition: AgentDefinition,
  setup: AgentSetup,
  share: Budget,
): Promise<readonly Agent[]> {
  switch (definition.type) {
    case "rules": {
      const { createRulesAgent } = await import("./rules/agent.ts");
      return [createRulesAgent(name, definition)];
    }
    case "sarif": {
      const { createSarifAgent } = await import("./sarif/agent.ts");
      return [createSarifAgent(name, definition, setup)];
    }
    case "rdjson": {
      const { createRdjsonAgent } = await import("./rdjson/agent.ts");
      return [createRdjsonAgent(name, definition, setup)];
    }
    case "command": {
      const { createCommandAgent } = await import("./command/agent.ts");
      return [createCommandAgent(name, definition, setup)];
    }
    case "openai":
    case "anthropic": {
      const { createModelAgent } = await import("./model/agent.ts");
      const request = { protocol: definition.type, options: definition, setup, share };
      return definition.roles.map((role) => createModelAgent(name, role, request));
    }
  }
}
