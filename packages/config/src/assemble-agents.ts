import {
  type AgentSetup,
  builtInAgents,
  createAgents,
  type PanelAgent,
} from "@swarm-actions/agents";
import { CodedError, canonicalJson, digest, nearest } from "@swarm-actions/core";
import { pathMatcher } from "@swarm-actions/review";
import type { Config } from "./config.ts";

/** The agents that a configuration names, ready to be asked. */
export interface AssembledAgents {
  readonly agents: readonly PanelAgent[];
  /** Changes when anything does that could change their answers. */
  readonly digest: string;
}

/**
 * @param only names of agents to keep, a group's name standing for its members; empty: all.
 * @throws CodedError `config/unknown-agent`
 */
export async function assembleAgents(
  config: Config,
  setup: AgentSetup,
  only: readonly string[] = [],
): Promise<AssembledAgents> {
  const groups = new Map([...builtIns(config), ...(await configured(config, setup))]);
  const chosen = only.length === 0 ? [...groups.keys()] : choose(only, groups);
  return {
    agents: chosen.flatMap((name) => groups.get(name) ?? []),
    digest: digest(canonicalJson([chosen, config.builtIn, config.agents]), 16),
  };
}

function choose(only: readonly string[], groups: ReadonlyMap<string, unknown>): string[] {
  for (const name of only) if (!groups.has(name)) throw unknownAgent(name, groups.keys());
  return [...groups.keys()].filter((name) => only.includes(name));
}

function builtIns(config: Config): [string, PanelAgent[]][] {
  return builtInAgents.flatMap((agent): [string, PanelAgent[]][] => {
    const setting = config.builtIn[agent.name] ?? {};
    if (setting === "off") return [];
    const matches = pathMatcher(setting);
    const covers: typeof agent.covers = (file) => matches(file.diff.path) && agent.covers(file);
    const timeoutMs = limitOf(config, setting.timeout);
    return [[agent.name, [{ agent: { ...agent, covers }, timeoutMs }]]];
  });
}

async function configured(config: Config, setup: AgentSetup): Promise<[string, PanelAgent[]][]> {
  const groups = await createAgents(config.agents, setup, config.budget);
  return groups.map(({ name, timeout, agents }) => {
    const timeoutMs = limitOf(config, timeout);
    return [name, agents.map((agent) => ({ agent, timeoutMs }))];
  });
}

/** Milliseconds that an agent may take, given its own limit in seconds if it has one. */
function limitOf({ timeoutMs }: Config, own: number | undefined): number {
  return own === undefined ? timeoutMs : own * 1000;
}

function unknownAgent(name: string, known: Iterable<string>): CodedError {
  const names = [...known];
  const near = nearest(name, names);
  return new CodedError("config/unknown-agent", `there is no agent "${name}"`, {
    fix: near === null ? `Choose from: ${names.join(", ")}.` : `Write "${near}".`,
    place: "--agents",
  });
}
