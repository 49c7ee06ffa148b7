import type { RateWindow } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { fullWindow } from "./rate-limit.ts";

const windows = new WeakMap<World, RateWindow>();

/** What all callers without a credential share: 60 requests an hour. */
export function anonymousWindow(world: World): RateWindow {
  const known = windows.get(world);
  if (known !== undefined) return known;
  const window = fullWindow(world, 60);
  windows.set(world, window);
  return window;
}
