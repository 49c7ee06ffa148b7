import type { Kit } from "@swarm-actions/action-kit";
import { programVariables } from "../shared/programs.ts";
import { readConfig } from "../shared/read-config.ts";
import type { PlanInputs } from "./plan-inputs.ts";

/**
 * Names of the agents that a topology has to know: those that were named, else the panel of the settings.
 * Empty: there are so many without names, or nobody has to be known.
 */
export async function agentsOf(kit: Kit, inputs: PlanInputs): Promise<readonly string[]> {
  const { topology, source, agents, workers } = inputs;
  if (topology !== "mesh" && topology !== "adaptive") return [];
  // Only parts of a change are certain to be for the panel: a program has the agents that are named.
  if (source === "hunks") return panelOf(kit, inputs);
  if (agents.length > 0 || topology === "adaptive") return agents;
  return workers === "auto" ? panelOf(kit, inputs) : [];
}

/** A group of the settings stands for its members. @throws CodedError `config/unknown-agent` */
async function panelOf(kit: Kit, inputs: PlanInputs): Promise<readonly string[]> {
  const { assembleAgents } = await import("@swarm-actions/config");
  const { environment, redactor } = kit;
  const config = await readConfig(environment, inputs.config ?? ".github/swarm.yml");
  const setup = { root: null, environment: programVariables(kit, inputs.token), redactor };
  const { agents } = await assembleAgents(config, setup, inputs.agents);
  return agents.map(({ agent }) => agent.name);
}
