import type { Usage } from "../agent.ts";
import type { AgentReport } from "../result.ts";

/** What all agents used together; null when none bills. One unknown price makes the sum unknown. */
export function sumUsage(reports: readonly Pick<AgentReport, "usage">[]): Usage | null {
  const used = reports.map(({ usage }) => usage).filter((usage) => usage !== null);
  return used.length === 0 ? null : used.reduce(addUsage);
}

function addUsage(a: Usage, b: Usage): Usage {
  return {
    requests: a.requests + b.requests,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costUsd: a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd,
  };
}
