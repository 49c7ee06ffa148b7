import type { Description } from "./description.ts";
import { entriesOf } from "./entries.ts";
import type { BodySchemas, Operation } from "./operation.ts";
import { closedSchema, isSchema, openSchema, rewrite, type Schema } from "./rewrite-schema.ts";

type Definitions = Record<string, Schema>;

/** @param full The OpenAPI 3.0 document as it is published. */
export function condense(full: Schema): Description {
  const defs: Definitions = {};
  for (const [name, schema] of entriesOf(full, "components", "schemas")) {
    defs[openSchema(name)] = rewrite(schema, false);
    defs[closedSchema(name)] = rewrite(schema, true);
  }
  const operations = entriesOf(full, "paths").flatMap(([template, methods]) =>
    entriesOf(methods).map(([method, operation]) =>
      condenseOperation(full, defs, template, method.toUpperCase(), operation),
    ),
  );
  return { operations: operations.sort(mostLiteralFirst), schemas: defs };
}

function resolve(full: Schema, value: Schema): Schema {
  const reference = value.$ref;
  if (typeof reference !== "string") return value;
  const found = entriesOf(full, ...reference.split("/").slice(1, -1)).find(
    ([name]) => name === reference.split("/").at(-1),
  );
  if (found === undefined)
    throw new Error(`The description refers to ${reference}, which it lacks.`);
  return found[1];
}

function condenseOperation(
  full: Schema,
  defs: Definitions,
  template: string,
  method: string,
  operation: Schema,
): Operation {
  const id = `${method} ${template}`;
  const listed = Array.isArray(operation.parameters) ? operation.parameters : [];
  const parameters = listed.filter(isSchema).map((one) => resolve(full, one));
  const body = isSchema(operation.requestBody) ? resolve(full, operation.requestBody) : {};
  defs[`${id} path`] = parameterSchema(parameters, "path");
  defs[`${id} query`] = parameterSchema(parameters, "query");
  return {
    method,
    template,
    ...pathPattern(template, parameters),
    pathSchema: `${id} path`,
    querySchema: `${id} query`,
    request: bodySchemas(defs, `${id} request`, body),
    requestRequired: body.required === true,
    responses: Object.fromEntries(
      entriesOf(operation, "responses").map(([status, response]) => [
        status,
        bodySchemas(defs, `${id} ${status}`, resolve(full, response)),
      ]),
    ),
  };
}

function parameterSchema(parameters: readonly Schema[], place: string): Schema {
  const here = parameters.filter((one) => one.in === place);
  const named = here.map((one): [string, Schema] => [
    String(one.name),
    isSchema(one.schema) ? rewrite(one.schema, true) : {},
  ]);
  return {
    type: "object",
    properties: Object.fromEntries(named),
    required: here.filter((one) => one.required === true).map((one) => one.name),
    additionalProperties: false,
  };
}

function bodySchemas(defs: Definitions, id: string, body: Schema): BodySchemas {
  return Object.fromEntries(
    entriesOf(body, "content").map(([type, media]) => {
      const schema = media.schema;
      defs[`${id} ${type}`] = isSchema(schema) ? rewrite(schema, true) : {};
      return [type, `${id} ${type}`];
    }),
  );
}

/** A parameter that is marked as of many segments may hold slashes. */
function pathPattern(template: string, parameters: readonly Schema[]) {
  const many = new Set(
    parameters.filter((one) => one["x-multi-segment"] === true).map((one) => one.name),
  );
  const names: string[] = [];
  const pattern = template.replace(/\{([^}]+)\}|[.*+?^$()|[\]\\]/gu, (literal, name?: string) => {
    if (name === undefined) return `\\${literal}`;
    names.push(name);
    // The root of a repository's contents has an empty path.
    if (template.endsWith("/contents/{path}") && name === "path") return "(.*)";
    return many.has(name) ? "(.+)" : "([^/]+)";
  });
  return { names, pattern: `^${pattern}$` };
}

function mostLiteralFirst(a: Operation, b: Operation): number {
  return a.names.length - b.names.length || b.template.length - a.template.length;
}
