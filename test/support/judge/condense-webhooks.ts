import type { Schemas } from "./description.ts";
import { entriesOf } from "./entries.ts";
import { closedSchema, openSchema, rewrite, type Schema } from "./rewrite-schema.ts";

/** @param full The OpenAPI document of webhooks as it is published. */
export function condenseWebhooks(full: Schema): Schemas {
  const schemas: Record<string, Schema> = {};
  for (const [name, schema] of entriesOf(full, "components", "schemas")) {
    schemas[openSchema(name)] = rewrite(schema, false);
    schemas[closedSchema(name)] = rewrite(schema, true);
  }
  for (const [name, { post }] of entriesOf(full, "webhooks")) {
    for (const [, { schema }] of entriesOf(post, "requestBody", "content")) {
      schemas[name] = rewrite(schema as Schema, true);
    }
  }
  return schemas;
}
