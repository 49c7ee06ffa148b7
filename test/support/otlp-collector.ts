import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** What protobuf's JSON makes of OTLP's messages: ids as hexadecimal digits, 64-bit numbers as text. */
const number64 = z.union([z.string().regex(/^\d+$/), z.int()]);
const hex = (digits: number) => z.string().regex(new RegExp(`^(?!0+$)[0-9a-f]{${digits}}$`));
const anyValue = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ intValue: number64 }),
  z.strictObject({ doubleValue: z.number() }),
  z.strictObject({ boolValue: z.boolean() }),
]);
const attributes = z.array(z.strictObject({ key: z.string().min(1), value: anyValue }));
const count = z.int().min(0).optional();

const span = z.strictObject({
  traceId: hex(32),
  spanId: hex(16),
  parentSpanId: hex(16).optional(),
  traceState: z.string().optional(),
  flags: z.int().optional(),
  name: z.string().min(1),
  /** From 0, which is unspecified, to 5. */
  kind: z.int().min(1).max(5),
  startTimeUnixNano: number64,
  endTimeUnixNano: number64,
  attributes,
  droppedAttributesCount: count,
  events: z.array(z.never()).optional(),
  droppedEventsCount: count,
  links: z.array(z.never()).optional(),
  droppedLinksCount: count,
  /** 0 unset, 1 ok, 2 error. */
  status: z.strictObject({ code: z.int().min(0).max(2), message: z.string().optional() }),
});

const traces = z.strictObject({
  resourceSpans: z.array(
    z.strictObject({
      resource: z.strictObject({
        attributes,
        droppedAttributesCount: count,
        entityRefs: z.array(z.never()).optional(),
      }),
      schemaUrl: z.string().optional(),
      scopeSpans: z.array(
        z.strictObject({
          scope: z.strictObject({
            name: z.string(),
            version: z.string().optional(),
            attributes: attributes.optional(),
            droppedAttributesCount: count,
          }),
          schemaUrl: z.string().optional(),
          spans: z.array(span),
        }),
      ),
    }),
  ),
});

export type OtlpSpan = z.infer<typeof span>;
type OtlpTraces = z.infer<typeof traces>;

/** A request that a collector got. */
interface OtlpRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: OtlpTraces;
}

export interface OtlpCollector extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly OtlpRequest[];
  /** What was sent to it and is not what OTLP describes. */
  readonly faults: readonly string[];
  readonly spans: () => readonly OtlpSpan[];
}

type Answer = (response: ServerResponse, request: number) => void;

const accept: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" }).end("{}");
};

/** A collector that takes OTLP in JSON over real HTTP, and holds every body against its description. */
export async function startOtlpCollector(answer: Answer = accept): Promise<OtlpCollector> {
  const requests: OtlpRequest[] = [];
  const faults: string[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const read = traces.safeParse(JSON.parse(text));
      const { url: path = "", headers, method } = request;
      if (method !== "POST" || headers["content-type"] !== "application/json") {
        faults.push(`${method} ${headers["content-type"]}`);
      }
      if (read.success) requests.push({ path, headers, body: read.data });
      else faults.push(z.prettifyError(read.error));
      answer(response, count++);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    faults,
    spans: () =>
      requests.flatMap(({ body }) =>
        body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
