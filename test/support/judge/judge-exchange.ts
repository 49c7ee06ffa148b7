import type { Exchange } from "@swarm-actions/sandbox";
import { isKnownContradiction } from "./contradictions.ts";
import { judgeGraphql } from "./judge-graphql.ts";
import { judgeRequest } from "./judge-request.ts";
import { judgeResponse } from "./judge-response.ts";
import { findOperation, type MatchedOperation } from "./operation.ts";
import { outsideOfDescription } from "./outside.ts";
import { readDescription } from "./read-description.ts";
import type { Violation } from "./violation.ts";

/** What is wrong with an exchange by GitHub's own descriptions, less what they are known to have wrong. */
export function judgeExchange(exchange: Exchange): readonly Violation[] {
  return judgeStrictly(exchange).filter((violation) => !isKnownContradiction(violation));
}

/** Without the list of known contradictions. Of an answer that a fault made, only the request is judged. */
export function judgeStrictly(exchange: Exchange): readonly Violation[] {
  const { pathname } = new URL(exchange.url, "http://localhost");
  if (pathname === "/graphql") return judgeGraphql(exchange);
  // The API's root for programs is the page of all repositories for people.
  if (pathname === "/" && exchange.requestHeaders.accept?.includes("text/html")) return [];
  const matched = findOperation(readDescription().operations, exchange.method, pathname);
  if (matched !== null) return judgeOperation(exchange, matched);
  if (outsideOfDescription(pathname) !== null) return [];
  return [
    {
      operation: `${exchange.method} ${pathname}`,
      status: 0,
      in: "request",
      at: "path",
      message: "is no operation of GitHub's REST API",
    },
  ];
}

function judgeOperation(exchange: Exchange, matched: MatchedOperation): readonly Violation[] {
  const { method, template } = matched.operation;
  const operation = `${method} ${template}`;
  const ofRequest = judgeRequest(exchange, matched);
  const ofResponse = exchange.faulted ? [] : judgeResponse(exchange, matched);
  return [
    ...ofRequest.map((found) => ({ operation, status: 0, in: "request" as const, ...found })),
    ...ofResponse.map((found) => ({
      operation,
      status: exchange.status,
      in: "response" as const,
      ...found,
    })),
  ];
}
