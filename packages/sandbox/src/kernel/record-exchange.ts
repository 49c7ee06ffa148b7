import type { IncomingHttpHeaders } from "node:http";
import type { EncodedReply } from "./encode-reply.ts";
import type { Exchange } from "./exchange.ts";
import type { SandboxRequest } from "./request.ts";

interface Happened {
  readonly request: SandboxRequest;
  readonly route: string | null;
  readonly reply: EncodedReply;
  readonly faulted: boolean;
  readonly at: number;
}

/** What went over the wire, read back from the bytes. */
export function describeExchange({ request, route, reply, faulted, at }: Happened): Exchange {
  return {
    method: request.method,
    url: request.url,
    route,
    requestHeaders: flatten(request.headers),
    requestBody: readJson(request.body),
    status: reply.status,
    responseHeaders: reply.headers,
    responseBody: readContent(reply),
    faulted,
    at,
  };
}

function flatten(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(", ")]),
  );
}

function readContent({ headers, body }: EncodedReply): unknown {
  const type = headers["content-type"] ?? "";
  if (type.includes("json")) return readJson(body);
  return /^(?:text\/|application\/vnd\.github\.)/.test(type) ? body.toString("utf8") : null;
}

/** Only objects and lists: whatever else parses, such as a file of digits, was not sent as JSON. */
function readJson(body: Buffer): unknown {
  if (body[0] !== 0x7b && body[0] !== 0x5b) return null;
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}
