import { CodedError } from "@swarm-actions/core";
import type { Agent } from "@swarm-actions/review";
import { scopeOf } from "../scope.ts";
import type { AgentSetup } from "../setup.ts";
import { connectTo, type Protocol, requireKey } from "./connect.ts";
import { Inquiry } from "./inquiry.ts";
import type { ModelOptions } from "./options.ts";
import { type Role, roles } from "./roles.ts";
import { type Budget, Spending } from "./spending.ts";

export interface ModelAgentRequest {
  readonly protocol: Protocol;
  readonly options: ModelOptions;
  readonly setup: AgentSetup;
  /** The agent's own part of the run's budget. */
  readonly share: Budget;
}

/** One model in one role. All roles of a definition carry the judgement of one provider. */
export function createModelAgent(group: string, role: Role, request: ModelAgentRequest): Agent {
  const { options, setup, share, protocol } = request;
  refuseUnpriced(group, options, share);
  const scope = scopeOf(`${group}-${role}`, options, {
    provider: familyOf(options.model),
    categories: roles[role],
    covers: ({ diff }) => diff.content === "text" && diff.hunks.length > 0,
  });
  return {
    ...scope,
    check: async () => {
      requireKey(protocol, options, setup);
    },
    review: async (task, signal) => {
      const chat = await connectTo(protocol, options, setup);
      const choice = { chat, models: [options.model, ...options.fallback] };
      const inquiry = { name: scope.name, role, options, choice, signal };
      return new Inquiry(inquiry, task, new Spending(share, options.price)).run();
    },
  };
}

/** "claude-sonnet-4-5" and "anthropic/claude-opus" are both of the family "claude". */
function familyOf(model: string): string {
  const name = model.slice(model.lastIndexOf("/") + 1).toLowerCase();
  return /^[a-z]+/.exec(name)?.[0] ?? name;
}

function refuseUnpriced(group: string, { price }: ModelOptions, { usd }: Budget): void {
  if (usd === null || price !== undefined) return;
  throw new CodedError("model/no-price", "a budget in US dollars needs to know what tokens cost", {
    fix: "Give the agent its `price: { input, output }` per million tokens, or budget tokens.",
    place: `agents.${group}`,
  });
}
