import { compareText } from "@swarm-actions/core";
import type { ProviderHealth } from "../collect/result.ts";

/** What a worker said last of how a provider answered it. */
export interface ProviderWord extends ProviderHealth {
  readonly worker: number;
}

/** A provider that is down for the swarm. */
export interface DownProvider {
  readonly provider: string;
  /** When this worker may try it again, once, in milliseconds since 1970. */
  readonly until: number;
}

/** Milliseconds after its last failure before the first worker tries a provider again, and so on for each. */
const pause = 60_000;

/**
 * Which providers are down for all workers: two gave it up, or the only one that asked it, and nobody has
 * had an answer since. One worker after the other may try again, so that one that came back is used again
 * and one that did not costs a request a minute. A failure starts the row anew, an answer ends it.
 * @param words the last of each worker, in any order; its own among them
 * @param self the worker that wants to know
 */
export function findDown(words: readonly ProviderWord[], self: number): readonly DownProvider[] {
  const down: DownProvider[] = [];
  for (const [provider, said] of Map.groupBy(words, ({ provider }) => provider)) {
    const since = downSince(said);
    if (since === null) continue;
    const workers = new Set(said.map(({ worker }) => worker)).add(self);
    const before = [...workers].filter((worker) => worker < self).length;
    down.push({ provider, until: since + pause * (before + 1) });
  }
  return down.sort((a, b) => compareText(a.provider, b.provider));
}

/** When it failed last, in milliseconds since 1970; null: it is not down. */
function downSince(said: readonly ProviderWord[]): number | null {
  const asked = said.filter((one) => one.asked > 0);
  const answeredAt = Math.max(0, ...asked.map((one) => one.answeredAt ?? 0));
  const failures = asked
    .filter(({ breaker }) => breaker === "open")
    .map(({ failedAt = 0 }) => failedAt)
    .filter((failedAt) => failedAt > answeredAt);
  return failures.length >= Math.min(2, asked.length) && failures.length > 0
    ? Math.max(...failures)
    : null;
}
