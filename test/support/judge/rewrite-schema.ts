/** A JSON Schema, or an OpenAPI 3.0 schema that will become one. */
export type Schema = { readonly [keyword: string]: unknown };

const maps = ["properties"];
const lists = ["allOf", "anyOf", "oneOf"];
const kept = [
  "type",
  "enum",
  "format",
  "pattern",
  "required",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
  "uniqueItems",
];

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rewriteAll(values: unknown, closed: boolean): Schema[] {
  return Array.isArray(values) ? values.filter(isSchema).map((one) => rewrite(one, closed)) : [];
}

/**
 * `closed` refuses keys that are listed nowhere. A branch of `allOf` sees only its own keys, so it stays
 * open and the whole is closed; `anyOf` and `oneOf` are closed a branch at a time unless the keys beside
 * them count too.
 */
export function rewrite(schema: Schema, closed: boolean): Schema {
  const out = rewriteKeywords(schema, closed);
  const shut = closed && listsKeys(schema) && schema.additionalProperties === undefined;
  return nullable(schema, shut ? { ...out, unevaluatedProperties: false } : out);
}

function rewriteKeywords(schema: Schema, closed: boolean): Schema {
  const out: Record<string, unknown> = {};
  for (const keyword of kept) if (schema[keyword] !== undefined) out[keyword] = schema[keyword];
  if (typeof schema.$ref === "string") out.$ref = referTo(schema.$ref, closed);
  for (const keyword of maps) {
    const map = schema[keyword];
    if (isSchema(map)) out[keyword] = rewriteMap(map);
  }
  for (const keyword of ["items", "additionalProperties"]) {
    const value = schema[keyword];
    if (value !== undefined) out[keyword] = isSchema(value) ? rewrite(value, true) : value;
  }
  return { ...out, ...rewriteBranches(schema, closed) };
}

function rewriteMap(map: Schema): Schema {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, isSchema(value) ? rewrite(value, true) : {}]),
  );
}

function rewriteBranches(schema: Schema, closed: boolean): Schema {
  const out: Record<string, unknown> = {};
  if (schema.allOf !== undefined) out.allOf = rewriteAll(schema.allOf, false);
  const alone = closed && !listsKeys(schema);
  // "Exactly one" of GitHub's lists often holds for two at once, as one is a part of the other.
  const anyOf = [...rewriteAll(schema.anyOf, alone), ...rewriteAll(schema.oneOf, alone)];
  if (anyOf.length > 0) out.anyOf = anyOf;
  return out;
}

function listsKeys(schema: Schema): boolean {
  return isSchema(schema.properties) || schema.allOf !== undefined;
}

/** OpenAPI 3.0 says `nullable`, which JSON Schema does not know. */
function nullable(schema: Schema, out: Schema): Schema {
  if (schema.nullable !== true) return out;
  const type = out.type;
  if (typeof type !== "string" || lists.some((keyword) => out[keyword] !== undefined)) {
    return { anyOf: [out, { type: "null" }] };
  }
  const choices = out.enum;
  const widened = Array.isArray(choices) ? { enum: [...choices, null] } : {};
  return { ...out, type: [type, "null"], ...widened };
}

/** Addresses of the two forms of a schema that has a name. */
export const openSchema = (name: string): string => `github:open/${name}`;
export const closedSchema = (name: string): string => `github:closed/${name}`;

function referTo(reference: string, closed: boolean): string {
  const name = reference.slice("#/components/schemas/".length);
  return closed ? closedSchema(name) : openSchema(name);
}
