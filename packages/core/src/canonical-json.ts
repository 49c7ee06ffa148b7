/**
 * JSON with object keys in code-unit order, so that equal values give equal bytes.
 * `undefined` members are left out, as `JSON.stringify` does.
 */
export function canonicalJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, (_key, member: unknown) => sortKeys(member), indent);
}

function sortKeys(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
}

/** Orders by code units: the same on every machine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
