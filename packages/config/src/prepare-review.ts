import {
  type AgentSetup,
  builtInAgents,
  createPanel,
  type PanelEvent,
} from "@swarm-actions/agents";
import {
  type Change,
  type ReviewRequest,
  type ReviewResult,
  type RuleDoc,
  reviewChange,
} from "@swarm-actions/review";
import { assembleAgents } from "./assemble-agents.ts";
import type { Config } from "./config.ts";

/** A review whose agents stand ready; some of them warm up while the change is still being read. */
export interface PreparedReview {
  /** How many agents will be asked. */
  readonly agents: number;
  /** Documents of the rules that may speak, as far as they are known beforehand. */
  readonly rules: readonly RuleDoc[];
  readonly review: (asked: AskedReview) => Promise<ReviewResult>;
}

/** What differs from one review of the same panel to the next. */
export interface AskedReview {
  readonly change: Change;
  readonly previous: ReviewRequest["previous"];
  /** Ends every agent early. */
  readonly signal: AbortSignal;
  readonly onEvent?: (event: PanelEvent) => void;
}

/**
 * Makes the agents of a configuration and lets them warm up.
 * @param only names of agents to keep, a group's name standing for its members; default: all.
 * @throws CodedError `config/unknown-agent`, `model/no-price`
 */
export async function prepareReview(
  config: Config,
  setup: AgentSetup,
  only?: readonly string[],
): Promise<PreparedReview> {
  const { agents, digest: panelDigest } = await assembleAgents(config, setup, only);
  for (const { agent } of agents) agent.prepare?.();
  const { concurrency, review: settings } = config;
  const { redactor } = setup;
  return {
    agents: agents.length,
    rules: builtInAgents.flatMap(({ rules }) => rules),
    review({ change, previous, ...asked }) {
      const panel = createPanel({ agents, concurrency, redactor, ...asked });
      return reviewChange({ change, panel, settings, panelDigest, previous });
    },
  };
}
