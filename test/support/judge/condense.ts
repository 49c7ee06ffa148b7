import type { BodySchemas, Operation } from "./operation.ts";
import type { Description } from "./read-description.ts";
import { closedSchema, isSchema, openSchema, rewrite, type Schema } from "./rewrite-schema.ts";

type Definitions = Record<string, Schema>;

/** @param full The OpenAPI 3.0 document as it is published. */
export function condense(full: Schema): Description {
  const defs: Definitions = {};
  for (const [name, schema] of entries(full, "components", "schemas")) {
    defs[openSchema(name)] = rewrite(schema, false);
    defs[closedSchema(name)] = rewrite(schema, true);
  }
  const operations = entries(full, "paths").flatMap(([template, methods]) =>
    entries(methods).map(([method, operation]) =>
      condenseOperation(full, defs, template, method.toUpperCase(), operation),
    ),
  );
  return { operations: operations.sort(mostLiteralFirst), schemas: defs };
}

function entries(value: unknown, ...path: readonly string[]): [string, Schema][] {
  let found = value;
  for (const key of path) found = isSchema(found) ? found[key] : undefined;
  if (!isSchema(found)) return [];
  return Object.entries(found).flatMap(([key, one]) => (isSchema(one) ? [[key, one]] : []));
}

function resolve(full: Schema, value: Schema): Schema {
  const reference = value.$ref;
  if (typeof reference !== "string") return value;
  const found = entries(full, ...reference.split("/").slice(1, -1)).find(
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
      entries(operation, "responses").map(([status, response]) => [
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
    entries(body, "content").map(([type, media]) => {
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
    return many.has(name) ? "(.+)" : "([^/]+)";
  });
  return { names, pattern: `^${pattern}$` };
}

function mostLiteralFirst(a: Operation, b: Operation): number {
  return a.names.length - b.names.length || b.template.length - a.template.length;
}
