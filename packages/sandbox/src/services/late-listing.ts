import type { FaultEffect } from "../kernel/fault.ts";
import { perWorld } from "../state/per-world.ts";
import type { World } from "../state/world.ts";

interface Delay {
  /** Looks that still do not find it. */
  looks: number;
  /** Epoch milliseconds. */
  readonly until: number;
}

const delaysOf = perWorld(() => new WeakMap<object, Delay>());

/** Hides what was just finalized for a while, when a fault asks for it. */
export function delayListing(world: World, item: object, effect: FaultEffect | null): void {
  if (effect?.kind !== "late") return;
  const { looks = 0, ms = 0 } = effect;
  delaysOf(world).set(item, { looks, until: world.now().getTime() + ms });
}

/** Those that are found by one look. Each look counts. */
export function findable<Item extends object>(world: World, items: readonly Item[]): Item[] {
  const now = world.now().getTime();
  return items.filter((item) => {
    const delay = delaysOf(world).get(item);
    if (delay === undefined) return true;
    const isShown = delay.looks <= 0 && delay.until <= now;
    delay.looks--;
    return isShown;
  });
}
