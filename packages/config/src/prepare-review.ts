import {
  type AgentSetup,
  builtInAgents,
  createPanel,
  type PanelEvent,
} from "@swarm-actions/agents";
import {
  type Change,
  type Panel,
  type ReviewRequest,
  type ReviewResult,
  type RuleDoc,
  reviewChange,
} from "@swarm-actions/review";
import { assembleAgents } from "./assemble-agents.ts";
import type { Config } from "./config.ts";

/** Documents of the rules that are known beforehand: those of the built-in agents. */
export const builtInRules: readonly RuleDoc[] = builtInAgents.flatMap(({ rules }) => rules);

/** A review whose agents stand ready; some of them warm up while the change is still being read. */
export interface PreparedReview {
  /** How many agents will be asked. */
  readonly agents: number;
  readonly rules: readonly RuleDoc[];
  readonly review: (asked: AskedReview) => Promise<ReviewResult>;
}

/** What differs from one review of the same panel to the next. */
export interface AskedReview {
  readonly change: Change;
  readonly previous: ReviewRequest["previous"];
  readonly known?: NonNullable<ReviewRequest["known"]>;
  /** What is asked in the panel's place, such as one that remembers its answers; default itself. */
  readonly through?: (panel: Panel) => Panel;
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
    rules: builtInRules,
    review({ change, previous, known = new Map(), through = (panel) => panel, ...asked }) {
      const panel = through(createPanel({ agents, concurrency, redactor, ...asked }));
      return reviewChange({ change, panel, settings, panelDigest, previous, known });
    },
  };
}
