import { cost, counted } from "@swarm-actions/display";
import type { AgentReport, Usage } from "@swarm-actions/review";

/** The sum, or the least it can be where the price of some agent is not known. */
export function totalCost({ costUsd }: Usage, agents: readonly AgentReport[]): string {
  const partial = agents.some(({ usage }) => usage?.costUsd === null);
  return partial && costUsd !== null ? `at least ${cost(costUsd)}` : cost(costUsd);
}

/** `5 requests, 33,497 input tokens, 3,514 output tokens, cost $0.15.` */
export function usageSentence(usage: Usage, agents: readonly AgentReport[]): string {
  const { requests, inputTokens, outputTokens } = usage;
  const tokens = `${counted(inputTokens, "input token")}, ${counted(outputTokens, "output token")}`;
  return `${counted(requests, "request")}, ${tokens}, cost ${totalCost(usage, agents)}.`;
}
