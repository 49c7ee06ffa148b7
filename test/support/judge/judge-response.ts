import type { Exchange } from "@swarm-actions/sandbox";
import { generalAnswers } from "./general-answers.ts";
import { takesTextMedia } from "./media-types.ts";
import type { BodySchemas, MatchedOperation } from "./operation.ts";
import { findFaults } from "./rest-faults.ts";
import type { Violation } from "./violation.ts";

type Found = Pick<Violation, "at" | "message">;

/** Status and body of an answer against what GitHub documents for the operation. */
export function judgeResponse(exchange: Exchange, matched: MatchedOperation): readonly Found[] {
  const { operation } = matched;
  const documented = operation.responses[String(exchange.status)];
  if (documented !== undefined) return judgeBody(exchange, matched, documented);
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

function judgeBody(
  exchange: Exchange,
  matched: MatchedOperation,
  schemas: BodySchemas,
): readonly Found[] {
  if (exchange.method === "HEAD") return [];
  const empty = isEmpty(exchange.responseBody);
  if (Object.keys(schemas).length === 0) {
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

function mediaTypeOf({ responseHeaders }: Exchange): string {
  return (responseHeaders["content-type"] ?? "").split(";")[0]?.trim() ?? "";
}
