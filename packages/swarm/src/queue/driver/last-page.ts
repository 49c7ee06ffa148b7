import type { WorkOptions } from "../work-options.ts";
import { backoff } from "./backoff.ts";

/** Milliseconds: how long a worker that is stopped may take to put its results up. */
const lastWords = 30_000;
/** How often the last page is tried. */
const tries = 8;

/**
 * Puts the last page up: tried for long, as what is not put up is lost.
 * @throws CodedError of the board, when nothing helped or the time of a worker that is stopped is over
 */
export async function putLastPage(
  put: (signal: AbortSignal) => Promise<unknown>,
  { clock, random, signal }: Pick<WorkOptions, "clock" | "random" | "signal">,
): Promise<void> {
  const stop = new AbortController();
  const isUp = new AbortController();
  if (signal.aborted)
    void clock.sleep(lastWords, isUp.signal).then(
      () => stop.abort(),
      () => {},
    );
  for (let tried = 1; ; tried++) {
    try {
      await put(stop.signal);
      isUp.abort();
      return;
    } catch (thrown) {
      if (tried >= tries || stop.signal.aborted) throw thrown;
      const pause = Math.min(backoff.most, backoff.first * 2 ** tried);
      await clock.sleep(pause * (0.5 + random()), stop.signal).catch(() => undefined);
    }
  }
}
