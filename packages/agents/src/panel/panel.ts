import { CodedError, type Redactor } from "@swarm-actions/core";
import type { Panel, PanelMember, ReviewTask } from "@swarm-actions/review";
import pLimit from "p-limit";
import { type AskedAgent, askAgent, type PanelAgent } from "./ask-agent.ts";
import { createBreakers } from "./breakers.ts";
import { redactMember } from "./redact-member.ts";

export type PanelEvent =
  | { readonly kind: "started"; readonly agent: string }
  | { readonly kind: "finished"; readonly agent: string };

export interface PanelOptions {
  readonly agents: readonly PanelAgent[];
  /** How many agents work at once. */
  readonly concurrency: number;
  /** Learns what agents met that must not leave the process. */
  readonly redactor: Redactor;
  /** Ends every agent early, for example on Ctrl-C. */
  readonly signal: AbortSignal;
  readonly onEvent?: (event: PanelEvent) => void;
}

/** Asks all agents in parallel, each behind a time limit and its provider's circuit breaker. */
export function createPanel(options: PanelOptions): Panel {
  refuseTwins(options.agents);
  const breakers = createBreakers();
  return {
    async review(task: ReviewTask): Promise<PanelMember[]> {
      const limit = pLimit(options.concurrency);
      const ask = async (one: PanelAgent): Promise<AskedAgent> => {
        const { name, provider } = one.agent;
        options.onEvent?.({ kind: "started", agent: name });
        const asked = await askAgent(one, task, breakers.of(provider), options.signal);
        options.onEvent?.({ kind: "finished", agent: name });
        return asked;
      };
      const asked = await Promise.all(options.agents.map((one) => limit(() => ask(one))));
      // Only now is every value known that one agent met and another may repeat.
      for (const value of asked.flatMap(({ confidential }) => confidential)) {
        options.redactor.add(value);
      }
      return asked.map(({ member }) => redactMember(member, options.redactor));
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
