import type { WorkerResult } from "./report-facts.ts";
import type { SwarmUsage } from "./swarm-report.ts";

const nothing: SwarmUsage = {
  requests: 0,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: null,
  unpriced: 0,
};

/** What all tasks used, the results that were thrown away too; null when none told. */
export function sumUsage(results: readonly WorkerResult[]): SwarmUsage | null {
  let total: SwarmUsage | null = null;
  for (const { result } of results) {
    if (result.usage !== null) total = addUsage(total ?? nothing, result.usage);
  }
  return total;
}

function addUsage(
  total: SwarmUsage,
  usage: NonNullable<WorkerResult["result"]["usage"]>,
): SwarmUsage {
  const { costUsd } = usage;
  return {
    requests: total.requests + usage.requests,
    inputTokens: total.inputTokens + usage.inputTokens,
    outputTokens: total.outputTokens + usage.outputTokens,
    costUsd: costUsd === null ? total.costUsd : (total.costUsd ?? 0) + costUsd,
    unpriced: total.unpriced + (costUsd === null ? 1 : 0),
  };
}
