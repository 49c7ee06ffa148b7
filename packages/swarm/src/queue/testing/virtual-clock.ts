import TinyQueue from "tinyqueue";
import type { Clock } from "../clock.ts";

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that goes on only when everybody sleeps, and then at once to the next who wakes. */
export class VirtualClock implements Clock {
  readonly #sleepers = new TinyQueue<Sleeper>([], (a, b) => a.at - b.at);
  /** The first of January 2026. */
  #now = 1_767_225_600_000;

  now = (): number => this.#now;

  sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      this.#sleepers.push({ at: this.#now + milliseconds, wake: resolve });
      signal?.addEventListener("abort", () => resolve(), { once: true });
    });

  /** Until the work is done. @throws Error when all wait for something that will never be */
  async runUntil<Value>(work: Promise<Value>): Promise<Value> {
    let isOver = false;
    const over = work.finally(() => {
      isOver = true;
    });
    over.catch(() => undefined);
    for (;;) {
      await settle();
      if (isOver) return over;
      const next = this.#sleepers.pop();
      if (next === undefined) throw new Error("everybody waits, and nobody will wake them");
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
  }
}

/** Lets everything happen that can happen now. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
