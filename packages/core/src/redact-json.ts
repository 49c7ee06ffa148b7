import type { Redactor } from "./redactor.ts";

/**
 * A value with known secrets taken out of every text in it, names of members included. In JSON that is
 * written already a secret may be escaped, and so be missed, or be a number that stands for itself.
 */
export function redactJson<Value>(value: Value, redactor: Redactor | undefined): Value;
export function redactJson(value: unknown, redactor: Redactor | undefined): unknown {
  if (redactor === undefined) return value;
  if (typeof value === "string") return redactor.redact(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => redactJson(one, redactor));
  const members = Object.entries(value).map(([name, one]) => {
    return [redactor.redact(name), redactJson(one, redactor)];
  });
  return Object.fromEntries(members);
}
