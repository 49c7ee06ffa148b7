import type { Exchange } from "@swarm-actions/sandbox";
import type { MatchedOperation } from "./operation.ts";
import { findFaults } from "./rest-faults.ts";
import type { Violation } from "./violation.ts";

type Found = Pick<Violation, "at" | "message">;

/** Path, query and body of a request against what GitHub takes. */
export function judgeRequest(exchange: Exchange, matched: MatchedOperation): readonly Found[] {
  const { operation } = matched;
  const query = readQuery(exchange.url);
  return [
    ...findFaults(operation.pathSchema, { ...matched.path }, "text").map(under("path")),
    ...findFaults(operation.querySchema, query, "text").map(under("query")),
    ...judgeBody(exchange.requestBody, matched),
  ];
}

function under(part: string): (found: Found) => Found {
  return ({ at, message }) => ({ at: `${part}${at === "/" ? "" : at}`, message });
}

/** A key that stands twice is a list. */
function readQuery(url: string): Record<string, string | string[]> {
  const { searchParams } = new URL(url, "http://localhost");
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const values = searchParams.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

function judgeBody(body: unknown, { operation }: MatchedOperation): readonly Found[] {
  const schema = operation.request["application/json"];
  if (body === null || body === undefined) {
    const needed = schema !== undefined && operation.requestRequired;
    return needed ? [{ at: "/", message: "GitHub wants a body" }] : [];
  }
  if (schema !== undefined) return findFaults(schema, body);
  const takesNone = Object.keys(operation.request).length === 0;
  return takesNone ? [{ at: "/", message: "GitHub takes no body here" }] : [];
}
