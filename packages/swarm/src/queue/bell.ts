import type { Clock } from "./clock.ts";

/** Wakes whoever waits when something has happened; what happened before somebody waited is not missed. */
export class Bell {
  #heard = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#heard = true;
    this.#wake?.();
  }

  /** Until it rings, the time is over or the signal aborts, whichever is first. */
  async wait(milliseconds: number, clock: Clock, signal: AbortSignal): Promise<void> {
    if (!this.#heard && !signal.aborted) await this.#sleep(milliseconds, clock, signal);
    this.#heard = false;
  }

  async #sleep(milliseconds: number, clock: Clock, signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    const rung = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    const both = AbortSignal.any([over.signal, signal]);
    const slept = clock.sleep(milliseconds, both).catch(() => undefined);
    await Promise.race([rung, slept]);
    over.abort();
    this.#wake = null;
  }
}
