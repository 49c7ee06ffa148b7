import { randomBytes } from "node:crypto";
import type { World } from "../state/world.ts";

const keys = new WeakMap<World, Buffer>();

/** What a world signs its runtime tokens and blob addresses with: made once, never shown, gone with it. */
export function signingKeyOf(world: World): Buffer {
  const known = keys.get(world);
  if (known !== undefined) return known;
  const key = randomBytes(32);
  keys.set(world, key);
  return key;
}
