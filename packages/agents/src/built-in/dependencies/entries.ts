import { type LockEntry, type Lockfile, type Manifest, noManifest } from "./readers/reading.ts";
import type { SideReading } from "./reviewed.ts";

const noLockfile: Lockfile = { entries: [], stated: null, direct: null };

/** What the side says as a manifest; an empty one when it says nothing. */
export function manifestOf(side: SideReading): Manifest {
  return (side.state === "read" ? side.reading.manifest : null) ?? noManifest;
}

/** What the side says as a lockfile; an empty one when it says nothing. */
export function lockfileOf(side: SideReading): Lockfile {
  return (side.state === "read" ? side.reading.lockfile : null) ?? noLockfile;
}

/** Groups things by a key, keeping their order. */
export function groupedBy<T>(
  things: Iterable<T>,
  keyOf: (thing: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group === undefined) groups.set(keyOf(thing), [thing]);
    else group.push(thing);
  }
  return groups;
}

/** One package at one version. */
export function pinOf({ name, version }: LockEntry): string {
  return `${name}@${version}`;
}
