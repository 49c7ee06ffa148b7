import { basename, resolve } from "node:path";
import { type AgentSetup, createAgents, type PanelAgent } from "@swarm-actions/agents";
import type { AssembledAgents } from "@swarm-actions/config";
import { canonicalJson, digest } from "@swarm-actions/core";

/** Adds an agent for each SARIF file of the command line, named after the file. */
export function addSarif(
  { agents, digest: before }: AssembledAgents,
  files: readonly string[],
  setup: AgentSetup & { readonly directory: string },
): AssembledAgents {
  const taken = new Set(agents.map(({ agent }) => agent.name));
  const timeoutMs = 60_000;
  const definitions = files.map((file) => [freeName(file, taken), resolve(setup.directory, file)]);
  const added = createAgents(
    Object.fromEntries(
      definitions.map(([name, file]) => [name, { type: "sarif", weight: 1, file }] as const),
    ),
    setup,
  ).flatMap(({ agents }): PanelAgent[] => agents.map((agent) => ({ agent, timeoutMs })));
  return {
    agents: [...agents, ...added],
    digest: digest(canonicalJson([before, definitions]), 16),
  };
}

function freeName(file: string, taken: Set<string>): string {
  const slug = basename(file)
    .toLowerCase()
    .replace(/\.(?:sarif|json)$/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const stem = slug === "" ? "sarif" : slug;
  let name = stem;
  for (let count = 2; taken.has(name); count++) name = `${stem}-${count}`;
  taken.add(name);
  return name;
}
