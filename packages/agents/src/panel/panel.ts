import { CodedError, type Redactor } from "@swarm-actions/core";
import type { Agent, Panel, PanelMember, ReviewTask } from "@swarm-actions/review";
import pLimit from "p-limit";
import { askAgent } from "./ask-agent.ts";
import { createBreakers } from "./breakers.ts";

export type PanelEvent =
  | { readonly kind: "started"; readonly agent: string }
  | { readonly kind: "finished"; readonly agent: string; readonly member: PanelMember };

export interface PanelOptions {
  readonly agents: readonly PanelAgent[];
  /** How many agents work at once. */
  readonly concurrency: number;
  readonly redactor: Redactor;
  /** Ends every agent early, for example on Ctrl-C. */
  readonly signal: AbortSignal;
  readonly onEvent?: (event: PanelEvent) => void;
}

/** An agent and how long it may take, in milliseconds. */
export interface PanelAgent {
  readonly agent: Agent;
  readonly timeoutMs: number;
}

/** Asks all agents in parallel, each behind a time limit and its provider's circuit breaker. */
export function createPanel(options: PanelOptions): Panel {
  refuseTwins(options.agents);
  const breakers = createBreakers();
  return {
    review(task: ReviewTask): Promise<PanelMember[]> {
      const limit = pLimit(options.concurrency);
      const ask = async (one: PanelAgent): Promise<PanelMember> => {
        options.onEvent?.({ kind: "started", agent: one.agent.name });
        const member = await askAgent(one, task, breakers.of(one.agent.provider), options);
        options.onEvent?.({ kind: "finished", agent: one.agent.name, member });
        return member;
      };
      return Promise.all(options.agents.map((one) => limit(() => ask(one))));
    },
  };
}

function refuseTwins(agents: readonly PanelAgent[]): void {
  const seen = new Set<string>();
  for (const { agent } of agents) {
    if (seen.has(agent.name)) {
      throw new CodedError("panel/same-name", `two agents are named "${agent.name}"`, {
        fix: "Give each agent a name of its own.",
        place: `agents.${agent.name}`,
      });
    }
    seen.add(agent.name);
  }
}
