import type { ProviderHealth } from "@swarm-actions/swarm";

/** What became of a provider, in a word or two. */
export function healthWords({ breaker, failed }: ProviderHealth): string {
  if (breaker === "open") return "given up";
  return failed > 0 ? "answered, with failures" : "ok";
}
