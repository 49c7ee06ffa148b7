import { basename, resolve } from "node:path";
import { builtInAgents } from "@swarm-actions/agents";
import type { Config } from "@swarm-actions/config";

export interface WithSarif {
  readonly config: Config;
  /** The names of the agents that were added. */
  readonly added: readonly string[];
}

/** Adds an agent for each SARIF file of the command line, named after the file. */
export function addSarif(config: Config, files: readonly string[], directory: string): WithSarif {
  const agents = new Map(Object.entries(config.agents));
  const reserved = new Set(builtInAgents.map(({ name }) => name));
  const added = files.map((file) => {
    const name = freeName(file, (taken) => agents.has(taken) || reserved.has(taken));
    agents.set(name, { type: "sarif", weight: 1, file: resolve(directory, file) });
    return name;
  });
  return { config: { ...config, agents: Object.fromEntries(agents) }, added };
}

function freeName(file: string, isTaken: (name: string) => boolean): string {
  const slug = basename(file)
    .toLowerCase()
    .replace(/\.(?:sarif|json)$/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const stem = slug === "" ? "sarif" : slug;
  let name = stem;
  for (let count = 2; isTaken(name); count++) name = `${stem}-${count}`;
  return name;
}
