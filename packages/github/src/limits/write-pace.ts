import type { Clock } from "../client-options.ts";

/** A run's few writes may follow each other at once; GitHub asks longer series to keep a second apart. */
const burst = 5;
const spacing = 1000;

/** Resolves when the next write may be sent. Writes are sent one after the other. */
export function createWritePace(
  clock: Clock,
  signal: AbortSignal | undefined,
): () => Promise<void> {
  let spent = 0;
  let at = clock.now();
  return async () => {
    const now = clock.now();
    spent = Math.max(0, spent - (now - at) / spacing) + 1;
    at = now;
    const wait = Math.ceil((spent - burst) * spacing);
    if (wait > 0) await clock.sleep(wait, signal);
  };
}
