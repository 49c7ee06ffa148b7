import { type BuiltInAgent, builtInAgents } from "@swarm-actions/agents";
import type { Config } from "@swarm-actions/config";
import { findRepository } from "@swarm-actions/git";
import { createColors } from "picocolors";
import { findConfig, readConfig } from "../config/find-config.ts";
import { wantsColor } from "../terminal.ts";

type Paint = ReturnType<typeof createColors>;

/** The agents in force in `directory`, as text. */
export async function listAgents(directory: string, given: string | undefined): Promise<string> {
  const repository = await findRepository(directory);
  const config = await readConfig(directory, findConfig(directory, repository?.top ?? null, given));
  const paint = createColors(wantsColor(process.stdout));
  const builtIn = builtInAgents.map((agent) => describeBuiltIn(agent, config, paint));
  const further = Object.entries(config.agents).map(
    ([name, { type }]) => `${paint.bold(name)}  ${paint.dim(`configured, ${type}`)}\n`,
  );
  return [...builtIn, ...further].join("\n");
}

function describeBuiltIn(agent: BuiltInAgent, config: Config, paint: Paint): string {
  const state = config.builtIn[agent.name] === "off" ? "built-in, switched off" : "built-in";
  const widest = Math.max(...agent.rules.map(({ id }) => id.length));
  const rules = agent.rules.map(
    ({ id, severity, title }) =>
      `  ${id.padEnd(widest)}  ${paint.dim(severity.padEnd(8))}  ${title}\n`,
  );
  return `${paint.bold(agent.name)}  ${paint.dim(state)}\n${rules.join("")}`;
}
