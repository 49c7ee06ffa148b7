import {
  type AgentGroup,
  type AgentSetup,
  builtInAgents,
  createAgents,
  type PanelAgent,
} from "@swarm-actions/agents";
import { CodedError, canonicalJson, digest, nearest } from "@swarm-actions/core";
import { type Agent, pathMatcher } from "@swarm-actions/review";
import type { Config } from "./config.ts";

/** The agents that a configuration names, ready to be asked. */
export interface AssembledAgents {
  readonly agents: readonly PanelAgent[];
  /** Changes when anything does that could change their answers. */
  readonly digest: string;
}

/**
 * Whoever stands in for another is asked only in its place, unless it is named.
 * @param only names of agents to keep, a group's name standing for its members; empty: all.
 * @throws CodedError `config/unknown-agent`
 */
export async function assembleAgents(
  config: Config,
  setup: AgentSetup,
  only: readonly string[] = [],
): Promise<AssembledAgents> {
  const groups = new Map([...builtIns(config), ...(await configured(config, setup))]);
  const waiting = standIns(config);
  const chosen =
    only.length === 0
      ? [...groups.keys()].filter((name) => !waiting.has(name))
      : choose(only, groups);
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
    return [[agent.name, [{ agent: { ...agent, covers }, timeoutMs, split: "change" }]]];
  });
}

async function configured(config: Config, setup: AgentSetup): Promise<[string, PanelAgent[]][]> {
  const groups = await createAgents(config.agents, setup, config.budget);
  const byName = new Map(groups.map((group) => [group.name, group]));
  const withTimeout = (group: AgentGroup, agent: Agent): PanelAgent => {
    const standIn = byName.get(group.standIn ?? "");
    const other = standIn && counterpart(agent, group, standIn);
    return {
      agent,
      timeoutMs: limitOf(config, group.timeout),
      split: group.split,
      ...(standIn && other && { standIn: withTimeout(standIn, other) }),
    };
  };
  return groups.map((group) => [
    group.name,
    group.agents.map((agent) => withTimeout(group, agent)),
  ]);
}

/** Of a group with several roles the one with the same role, or else the first. */
function counterpart(agent: Agent, own: AgentGroup, other: AgentGroup): Agent | undefined {
  const role = agent.name.slice(own.name.length);
  return other.agents.find(({ name }) => name === other.name + role) ?? other.agents[0];
}

function standIns({ agents }: Config): ReadonlySet<string> {
  return new Set(Object.values(agents).flatMap((one) => one["stand-in"] ?? []));
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
