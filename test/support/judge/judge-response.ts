import type { Exchange } from "@swarm-actions/sandbox";
import { generalAnswers } from "./general-answers.ts";
import { takesTextMedia } from "./media-types.ts";
import type { BodySchemas, MatchedOperation } from "./operation.ts";
import { findFaults } from "./rest-faults.ts";
import { closedSchema, isSchema } from "./rewrite-schema.ts";
import type { Violation } from "./violation.ts";

type Found = Pick<Violation, "at" | "message">;

/** Status and body of an answer against what GitHub documents for the operation. */
export function judgeResponse(exchange: Exchange, matched: MatchedOperation): readonly Found[] {
  const { operation } = matched;
  const documented = operation.responses[String(exchange.status)];
  if (documented !== undefined) {
    return judgeBody(exchange, matched, hasMedia(documented) ? documented : errorMedia(exchange));
  }
  const general = generalAnswers.find(
    (answer) => answer.status === exchange.status && answer.applies(exchange),
  );
  if (general === undefined) {
    const statuses = Object.keys(operation.responses).join(", ");
    return [{ at: "status", message: `${exchange.status} is not documented; ${statuses} are` }];
  }
  const media = general.schema === null ? {} : { "application/json": general.schema };
  return judgeBody(exchange, matched, media);
}

function hasMedia(schemas: BodySchemas): boolean {
  return Object.keys(schemas).length > 0;
}

/** GitHub says in a body what is wrong, also where the description leaves the body of an error out. */
function errorMedia({ status, responseBody }: Exchange): BodySchemas {
  if (status < 400 || isEmpty(responseBody)) return {};
  const errors = isSchema(responseBody) ? responseBody.errors : undefined;
  if (!Array.isArray(errors)) return { "application/json": closedSchema("basic-error") };
  const isText = errors.every((error) => typeof error === "string");
  const name = isText ? "validation-error-simple" : "validation-error";
  return { "application/json": closedSchema(name) };
}

function judgeBody(
  exchange: Exchange,
  matched: MatchedOperation,
  schemas: BodySchemas,
): readonly Found[] {
  if (exchange.method === "HEAD") return [];
  const empty = isEmpty(exchange.responseBody);
  if (!hasMedia(schemas)) {
    return empty ? [] : [{ at: "/", message: "GitHub answers without a body" }];
  }
  const type = mediaTypeOf(exchange);
  const schema = schemas[type] ?? (type.endsWith("json") ? schemas["application/json"] : undefined);
  if (schema !== undefined) return findFaults(schema, exchange.responseBody);
  if (takesTextMedia(matched.operation.template, type) && !empty) return [];
  const documented = Object.keys(schemas).join(", ");
  return [{ at: "/", message: `is ${type || "of no type"}; GitHub answers ${documented}` }];
}

function isEmpty(body: unknown): boolean {
  return body === null || body === undefined || body === "";
}

/** Without the version, which may be named and changes nothing. */
function mediaTypeOf({ responseHeaders }: Exchange): string {
  const [type = ""] = (responseHeaders["content-type"] ?? "").split(";");
  return type.trim().replace("/vnd.github.v3.", "/vnd.github.");
}
