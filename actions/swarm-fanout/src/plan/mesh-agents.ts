import type { Kit } from "@swarm-actions/action-kit";
import type { MeshAgents } from "@swarm-actions/swarm";
import { programVariables } from "../shared/programs.ts";
import { readConfig } from "../shared/read-config.ts";
import type { PlanInputs } from "./plan-inputs.ts";

/** Who the agents of a mesh are: those that were named, so many, or the panel of the settings. */
export async function meshAgents(kit: Kit, inputs: PlanInputs): Promise<MeshAgents> {
  if (inputs.agents.length > 0) return inputs.agents;
  if (inputs.workers !== "auto") return inputs.workers;
  const { assembleAgents } = await import("@swarm-actions/config");
  const { environment, redactor } = kit;
  const config = await readConfig(environment, inputs.config ?? ".github/swarm.yml");
  const setup = { root: null, environment: programVariables(kit, inputs.token), redactor };
  const { agents } = await assembleAgents(config, setup);
  return agents.map(({ agent }) => agent.name);
}
