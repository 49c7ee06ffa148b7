import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { EncodedReply } from "./encode-reply.ts";

/** How much of an answer reaches the caller. */
export type Extent = "all" | "half" | "none";

/** What every answer carries. */
export function withStandingHeaders(reply: EncodedReply): EncodedReply {
  const length = reply.status === 204 || reply.status === 304 ? {} : lengthOf(reply);
  return {
    ...reply,
    headers: {
      "x-github-media-type": "github.v3; format=json",
      "x-github-request-id": randomBytes(8).toString("hex").toUpperCase(),
      ...length,
      ...reply.headers,
    },
  };
}

/** Writes the answer, or as much of it as a fault lets through; resolves when it is out. */
export function send(response: ServerResponse, reply: EncodedReply, extent: Extent): Promise<void> {
  // A caller that went away meanwhile gets nothing, and closes nothing again.
  if (response.closed || response.destroyed) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  response.on("close", resolve);
  if (extent === "none") {
    response.destroy();
    return promise;
  }
  // Without a body only the head can be cut.
  if (extent === "half" && reply.body.length === 0) {
    response.socket?.end("HTTP/1.1 ");
    return promise;
  }
  response.writeHead(reply.status, reply.headers);
  if (extent === "all") response.end(response.req.method === "HEAD" ? undefined : reply.body);
  else cut(response, reply.body);
  return promise;
}

function cut(response: ServerResponse, body: Buffer): void {
  response.flushHeaders();
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

function lengthOf({ body }: EncodedReply): Readonly<Record<string, string>> {
  return { "content-length": String(body.length) };
}
