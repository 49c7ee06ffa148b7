import type { Answer } from "./sides.ts";

/** Every way in which two answers differ: in their status, or in the names and types of their bodies. */
export function differences(ours: Answer, theirs: Answer): string[] {
  if (ours.status !== theirs.status) return [`status: ${ours.status} here, ${theirs.status} there`];
  const here = shapeOf(ours.body);
  const there = shapeOf(theirs.body);
  const places = [...new Set([...here.keys(), ...there.keys()])].sort();
  const told: string[] = [];
  return places.flatMap((place) => {
    const [one, other] = [typesAt(here, place), typesAt(there, place)];
    // Where a whole part differs, what lies in it is not told again.
    if (one === other || told.some((part) => isWithin(place, part))) return [];
    told.push(place);
    return [`${place}: ${one} here, ${other} there`];
  });
}

function isWithin(place: string, part: string): boolean {
  return place.startsWith(`${part}.`) || place.startsWith(`${part}[`);
}

type Shape = ReadonlyMap<string, ReadonlySet<string>>;

function typesAt(shape: Shape, place: string): string {
  return [...(shape.get(place) ?? ["absent"])].sort().join(" or ");
}

/** The types at every place of a value; the items of a list share theirs. */
function shapeOf(value: unknown): Shape {
  const shape = new Map<string, Set<string>>();
  const visit = (at: string, part: unknown): void => {
    shape.set(at, (shape.get(at) ?? new Set()).add(typeOf(part)));
    if (Array.isArray(part)) for (const item of part) visit(`${at}[]`, item);
    else if (typeof part === "object" && part !== null)
      for (const [name, inner] of Object.entries(part)) visit(`${at}.${name}`, inner);
  };
  visit("body", value);
  return shape;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "empty list" : "list";
  return typeof value;
}
