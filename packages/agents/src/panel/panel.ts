import { CodedError, type Redactor } from "@swarm-actions/core";
import type { Panel, PanelMember, ReviewTask } from "@swarm-actions/review";
import pLimit from "p-limit";
import { type AskedAgent, askAgent, type PanelAgent } from "./ask-agent.ts";
import { askInTurn } from "./ask-in-turn.ts";
import { type Breakers, createBreakers } from "./breakers.ts";
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
  /** Those of earlier panels with the same agents; default new ones. */
  readonly breakers?: Breakers;
}

/** Asks all agents in parallel, each behind a time limit and its provider's circuit breaker. */
export function createPanel(options: PanelOptions): Panel {
  refuseTwins(options.agents);
  const breakers = options.breakers ?? createBreakers();
  return {
    async review(task: ReviewTask): Promise<PanelMember[]> {
      const limit = pLimit(options.concurrency);
      const asking = new Map<string, Promise<AskedAgent>>();
      // Whoever stands in for several is asked once, and says the same to each.
      const once = (one: PanelAgent): Promise<AskedAgent> => {
        const { name } = one.agent;
        const asked = asking.get(name) ?? askAgent(one, task, breakers, options.signal);
        asking.set(name, asked);
        return asked;
      };
      const ask = async (one: PanelAgent): Promise<readonly AskedAgent[]> => {
        const { name } = one.agent;
        options.onEvent?.({ kind: "started", agent: name });
        const asked = await askInTurn(one, once, options.signal);
        options.onEvent?.({ kind: "finished", agent: name });
        return asked;
      };
      const answers = await Promise.all(options.agents.map((one) => limit(() => ask(one))));
      const asked = oneOfEach(answers.flat());
      // Only now is every value known that one agent met and another may repeat.
      for (const value of asked.flatMap(({ confidential }) => confidential)) {
        options.redactor.add(value);
      }
      return asked.map(({ member }) => redactMember(member, options.redactor));
    },
  };
}

function oneOfEach(asked: readonly AskedAgent[]): readonly AskedAgent[] {
  return [...new Map(asked.map((one) => [one.member.name, one])).values()];
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
