import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from "@opentelemetry/api";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { AlwaysOnSampler, type ReadableSpan, TracerProvider } from "@opentelemetry/sdk-trace";
import { conventions } from "./conventions.ts";
import type { SpanData } from "./span.ts";

/** What all spans have in common. */
export interface SpanSource {
  readonly traceId: string;
  readonly resource: Readonly<Record<string, string>>;
  /** The version of what made them. */
  readonly version: string;
}

const longestAttribute = 1024;

/** Makes spans of what took place before: with their own times, and ids that were chosen before. */
export function readableSpans(
  spans: readonly SpanData[],
  { traceId, resource, version }: SpanSource,
): readonly ReadableSpan[] {
  const ended: ReadableSpan[] = [];
  let next = "";
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ ...resource }),
    sampler: new AlwaysOnSampler(),
    spanLimits: { attributeValueLengthLimit: longestAttribute },
    idGenerator: { generateTraceId: () => traceId, generateSpanId: () => next },
    spanProcessors: [
      {
        onStart: () => undefined,
        onEnd: (span) => void ended.push(span),
        forceFlush: () => Promise.resolve(),
        shutdown: () => Promise.resolve(),
      },
    ],
  });
  const tracer = provider.getTracer("swarm-actions", version);
  for (const span of spans) {
    next = span.id;
    const { name, startedAt, endedAt, errorType } = span;
    const attributes = {
      ...span.attributes,
      ...(errorType && { [conventions.ATTR_ERROR_TYPE]: errorType }),
    };
    const kind = span.kind === "server" ? SpanKind.SERVER : SpanKind.INTERNAL;
    const started = tracer.startSpan(
      name,
      { kind, attributes, startTime: timeOf(startedAt) },
      parentOf(span, traceId),
    );
    if (errorType !== null) started.setStatus({ code: SpanStatusCode.ERROR });
    started.end(timeOf(endedAt));
  }
  return ended;
}

function parentOf({ parentId }: SpanData, traceId: string): typeof ROOT_CONTEXT {
  if (parentId === null) return ROOT_CONTEXT;
  const parent = { traceId, spanId: parentId, traceFlags: TraceFlags.SAMPLED };
  return trace.setSpanContext(ROOT_CONTEXT, parent);
}

/** Seconds and nanoseconds: a plain number from before this process would be taken for its own clock. */
function timeOf(milliseconds: number): [number, number] {
  const whole = Math.floor(milliseconds / 1000);
  return [whole, Math.round((milliseconds - whole * 1000) * 1e6)];
}
