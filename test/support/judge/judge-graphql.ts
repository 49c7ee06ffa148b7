import type { Exchange } from "@swarm-actions/sandbox";
import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from "graphql";
import { publicSchema } from "../../../packages/sandbox/src/graphql/public-schema.ts";
import { isSchema } from "./rewrite-schema.ts";
import type { Violation } from "./violation.ts";

type Found = Pick<Violation, "in" | "at" | "message">;

const requestKeys = new Set(["query", "variables", "operationName"]);
const answerKeys = new Set(["data", "errors", "extensions"]);
/** `type` is GitHub's own. */
const errorKeys = new Set(["type", "message", "path", "locations", "extensions"]);

/** A document and its variables against GitHub's public schema, and the answer against the document. */
export function judgeGraphql(exchange: Exchange): readonly Violation[] {
  const found = isSchema(exchange.requestBody)
    ? judgeBody(exchange, exchange.requestBody)
    : [inRequest("/", "is no JSON object")];
  return found.map((one) => ({
    operation: "POST /graphql",
    status: one.in === "request" ? 0 : exchange.status,
    ...one,
  }));
}

function inRequest(at: string, message: string): Found {
  return { in: "request", at, message };
}

function inResponse(at: string, message: string): Found {
  return { in: "response", at, message };
}

function judgeBody(exchange: Exchange, body: Readonly<Record<string, unknown>>): Found[] {
  const unknown = Object.keys(body).filter((key) => !requestKeys.has(key));
  const extra = unknown.map((key) => inRequest(`/${key}`, "is a key that GitHub does not list"));
  const document = parseDocument(body.query);
  if (document instanceof GraphQLError) return [...extra, inRequest("/query", document.message)];
  const faults = validate(publicSchema(), document).map(({ message }) =>
    inRequest("/query", message),
  );
  if (faults.length > 0) return [...extra, ...faults];
  return [...extra, ...judgeVariables(document, body), ...judgeAnswer(exchange)];
}

function parseDocument(query: unknown): DocumentNode | GraphQLError {
  try {
    return parse(typeof query === "string" ? query : "");
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError(String(error));
  }
}

function judgeVariables(document: DocumentNode, body: Readonly<Record<string, unknown>>): Found[] {
  const name = typeof body.operationName === "string" ? body.operationName : null;
  const operation = getOperationAST(document, name);
  if (operation == null) return [inRequest("/operationName", "names no operation of the document")];
  const definitions = operation.variableDefinitions ?? [];
  const given = isSchema(body.variables) ? body.variables : {};
  const declared = new Set(definitions.map(({ variable }) => variable.name.value));
  const unused = Object.keys(given).filter((key) => !declared.has(key));
  const { errors = [] } = getVariableValues(publicSchema(), definitions, given);
  return [
    ...unused.map((key) => inRequest(`/variables/${key}`, "is no variable of the document")),
    ...errors.map(({ message }) => inRequest("/variables", message)),
  ];
}

/** That values have the types of the schema is the executor's guarantee; this is about what is around them. */
function judgeAnswer({ faulted, status, responseBody }: Exchange): Found[] {
  if (faulted || status !== 200) return [];
  if (!isSchema(responseBody)) return [inResponse("/", "is no JSON object")];
  const { data, errors } = responseBody;
  const unknown = Object.keys(responseBody).filter((key) => !answerKeys.has(key));
  const told = Array.isArray(errors) ? errors : [];
  return [
    ...unknown.map((key) => inResponse(`/${key}`, "is a key that GraphQL does not know")),
    ...(isSchema(data) || told.length > 0 ? [] : [inResponse("/", "holds no data and no errors")]),
    ...told.flatMap((error, index) => judgeError(error, `/errors/${index}`)),
  ];
}

function judgeError(error: unknown, at: string): Found[] {
  if (!isSchema(error)) return [inResponse(at, "is no JSON object")];
  const unknown = Object.keys(error).filter((key) => !errorKeys.has(key));
  const worded = typeof error.message === "string";
  return [
    ...unknown.map((key) => inResponse(`${at}/${key}`, "is a key that GraphQL does not know")),
    ...(worded ? [] : [inResponse(`${at}/message`, "is no text")]),
  ];
}
