import type { World } from "./world.ts";

/** Something that each world has one of, beside its state: made when it is asked for, and gone with it. */
export function perWorld<Value>(make: (world: World) => Value): (world: World) => Value {
  const values = new WeakMap<World, { readonly value: Value }>();
  return (world) => {
    const known = values.get(world) ?? { value: make(world) };
    values.set(world, known);
    return known.value;
  };
}
