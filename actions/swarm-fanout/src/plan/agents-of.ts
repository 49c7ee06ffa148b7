import type { Kit } from "@swarm-actions/action-kit";
import type { PanelNames } from "@swarm-actions/config";
import { programVariables } from "../shared/programs.ts";
import { readConfig } from "../shared/read-config.ts";
import type { PlanInputs } from "./plan-inputs.ts";

/**
 * Names of the agents that a topology has to know: those that were named, else the panel of the settings.
 * Empty: there are so many without names, or nobody has to be known.
 */
export async function agentsOf(kit: Kit, inputs: PlanInputs): Promise<PanelNames> {
  const { topology, source, agents, workers } = inputs;
  const named = { agents, always: [] };
  if (topology !== "mesh" && topology !== "adaptive") return nobody;
  // Only parts of a change are certain to be for the panel: a program has the agents that are named.
  if (source === "hunks") return panelOf(kit, inputs);
  if (agents.length > 0 || topology === "adaptive") return named;
  return workers === "auto" ? panelOf(kit, inputs) : nobody;
}

const nobody: PanelNames = { agents: [], always: [] };

/** A group of the settings stands for its members. @throws CodedError `config/unknown-agent` */
async function panelOf(kit: Kit, inputs: PlanInputs): Promise<PanelNames> {
  const { assembleAgents, panelNames } = await import("@swarm-actions/config");
  const { environment, redactor } = kit;
  const config = await readConfig(environment, inputs.config);
  const setup = { root: null, environment: programVariables(kit, inputs.token), redactor };
  return panelNames(await assembleAgents(config, setup, inputs.agents));
}
