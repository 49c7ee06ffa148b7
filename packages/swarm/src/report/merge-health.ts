import { compareText } from "@swarm-actions/core";
import type { ProviderHealth, WorkerReport } from "../collect/result.ts";

/** How providers answered all workers together, by name. One that a worker gave up is shown so. */
export function mergeHealth(reports: readonly WorkerReport[]): readonly ProviderHealth[] {
  const merged = new Map<string, ProviderHealth>();
  const inOrder = [...reports].sort((a, b) => a.at - b.at);
  for (const health of inOrder.flatMap(({ providers }) => providers)) {
    const known = merged.get(health.provider);
    merged.set(health.provider, known === undefined ? health : mergeTwo(known, health));
  }
  return [...merged.values()].sort((a, b) => compareText(a.provider, b.provider));
}

function mergeTwo(earlier: ProviderHealth, later: ProviderHealth): ProviderHealth {
  return {
    provider: later.provider,
    asked: earlier.asked + later.asked,
    failed: earlier.failed + later.failed,
    breaker: earlier.breaker === "open" ? "open" : later.breaker,
    reason: later.reason ?? earlier.reason,
  };
}
