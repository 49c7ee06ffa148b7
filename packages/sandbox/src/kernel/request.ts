import type { IncomingHttpHeaders } from "node:http";
import type { FaultEffect } from "./fault.ts";

/** A request that was read to its end. */
export interface SandboxRequest {
  readonly method: string;
  /** As asked for, with its query. */
  readonly url: string;
  /** The same without the query, not decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The fault that befalls it, for the endpoints that know what it means to them. */
  readonly effect: FaultEffect | null;
}

export function describeRequest(
  method: string,
  url: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): SandboxRequest {
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1));
  return { method, url, path, query, headers, body, effect: null };
}
