import { isSchema, type Schema } from "./rewrite-schema.ts";

/** The objects under a path of a document, with their keys; none when there is no such path. */
export function entriesOf(document: unknown, ...path: readonly string[]): [string, Schema][] {
  let found = document;
  for (const key of path) found = isSchema(found) ? found[key] : undefined;
  if (!isSchema(found)) return [];
  return Object.entries(found).flatMap(([key, one]) => (isSchema(one) ? [[key, one]] : []));
}
