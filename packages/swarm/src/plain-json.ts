/*
 * Looks at what was parsed from JSON, without a reason and without a copy: for what there are a hundred
 * thousand of. A schema says what is wrong with the few that are not as they have to be.
 */

/** Members that may be there, of any kind. */
type Unknown<Shape> = { readonly [Name in keyof Shape]?: unknown };

export function isObject<Shape>(given: unknown): given is Unknown<Shape> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

/** So many members and no more: with each of them looked at, none is left that nobody knows. */
export function hasMembers<Shape>(given: unknown, count: number): given is Unknown<Shape> {
  return isObject<Shape>(given) && Object.keys(given).length === count;
}

export function isText(given: unknown, most: number): given is string {
  return typeof given === "string" && given.length <= most;
}

export function isBetween(given: unknown, least: number, most: number): given is number {
  return typeof given === "number" && given >= least && given <= most;
}

export function isWhole(given: unknown, most: number): given is number {
  return Number.isSafeInteger(given) && isBetween(given, 0, most);
}

export function isListOf<Item>(
  given: unknown,
  most: number,
  isItem: (item: unknown) => item is Item,
): given is Item[] {
  return Array.isArray(given) && given.length <= most && given.every(isItem);
}

/** An index, or a count of things. */
export function isCount(given: unknown): given is number {
  return isWhole(given, 1_000_000_000);
}
