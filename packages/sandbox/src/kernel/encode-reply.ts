import type { Reply } from "./endpoint.ts";

/** An answer as bytes, with the type of what they are. */
export interface EncodedReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** JSON unless it is bytes already; a type that the endpoint names is kept. */
export function encodeReply({ status, body, headers = {} }: Reply): EncodedReply {
  const named = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (body === null || body === undefined) return { status, headers: named, body: Buffer.alloc(0) };
  const raw = body instanceof Uint8Array;
  const type = raw ? "application/octet-stream" : "application/json; charset=utf-8";
  return {
    status,
    headers: { "content-type": type, ...named },
    body: raw ? Buffer.from(body) : Buffer.from(JSON.stringify(body)),
  };
}
