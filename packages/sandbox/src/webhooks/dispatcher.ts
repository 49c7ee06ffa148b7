import { setTimeout as wait } from "node:timers/promises";
import type { WorldEvent } from "../state/world.ts";
import { deliver } from "./deliver.ts";
import type { Delivery } from "./delivery.ts";

/** Sends events to the webhooks of their repositories, one after the other for each webhook. */
export class Dispatcher implements AsyncDisposable {
  readonly #deliveries: Delivery[] = [];
  readonly #queues = new Map<number, Promise<void>>();
  readonly #end = new AbortController();
  readonly #patienceMs: number;

  /** @param patienceMs how long the end waits for deliveries that are under way */
  constructor(patienceMs = 5_000) {
    this.#patienceMs = patienceMs;
  }

  /** What was attempted, in the order in which the attempts ended. */
  get deliveries(): readonly Delivery[] {
    return this.#deliveries;
  }

  dispatch(event: WorldEvent): void {
    for (const hook of event.repository.webhooks) {
      const wanted = hook.events.includes("*") || hook.events.includes(event.name);
      if (!hook.active || !wanted) continue;
      const before = this.#queues.get(hook.id) ?? Promise.resolve();
      const next = before.then(async () => {
        this.#deliveries.push(await deliver(hook, event, this.#end.signal));
      });
      this.#queues.set(hook.id, next);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const all = Promise.all(this.#queues.values());
    const stopWaiting = new AbortController();
    const patience = wait(this.#patienceMs, undefined, { signal: stopWaiting.signal }).catch(
      () => {},
    );
    await Promise.race([all, patience]);
    stopWaiting.abort();
    this.#end.abort();
    await all;
  }
}
