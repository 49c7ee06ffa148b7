import type { z } from "zod";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The property names that `schema` knows at `path`, over all its alternatives, sorted. */
export function knownKeysAt(schema: JsonSchema, path: readonly PropertyKey[]): readonly string[] {
  let here: JsonSchema[] = alternatives(schema);
  for (const step of path) here = here.flatMap((one) => below(one, step)).flatMap(alternatives);
  return [...new Set(here.flatMap((one) => Object.keys(one.properties ?? {})))].sort();
}

function alternatives(schema: JsonSchema): JsonSchema[] {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...branches.flatMap((branch) => alternatives(branch))];
}

function below(schema: JsonSchema, step: PropertyKey): JsonSchema[] {
  const { properties = {}, additionalProperties, items } = schema;
  const named = Object.hasOwn(properties, step) ? properties[String(step)] : undefined;
  const found = typeof step === "number" ? items : (named ?? additionalProperties);
  return isSchema(found) ? [found] : [];
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
