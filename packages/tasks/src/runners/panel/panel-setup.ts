import type { AgentSetup } from "@swarm-actions/agents";
import type { Config } from "@swarm-actions/config";
import type { Change } from "@swarm-actions/review";

/** A panel that does tasks of a change. */
export interface PanelSetup {
  readonly config: Config;
  /** Names of agents to keep, a group's name standing for its members; empty: all. */
  readonly agents: readonly string[];
  readonly setup: AgentSetup;
  /** Read when the first task is done. */
  readonly change: () => Promise<Change>;
  /** Milliseconds before a provider that failed is tried again; default a minute. */
  readonly pause?: number;
  /** How many tasks share the budget of the configuration. */
  readonly tasks: number;
}
