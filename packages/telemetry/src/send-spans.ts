import { ExportResultCode } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import type { ReadableSpan } from "@opentelemetry/sdk-trace";
import { CodedError, messageOf } from "@swarm-actions/core";
import type { TelemetryTarget } from "./target.ts";

/** Collectors refuse bodies of more than a few megabytes. */
const spansARequest = 512;

/** How long it may take in milliseconds, and what says that nobody waits any longer. */
export interface SendLimit {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Sends them as OTLP in JSON over HTTP; answers that say so are asked for again until the time is up.
 * @throws CodedError `telemetry/not-sent`
 */
export async function sendSpans(
  spans: readonly ReadableSpan[],
  { url, headers }: TelemetryTarget,
  { timeoutMs, signal }: SendLimit,
): Promise<void> {
  const exporter = new OTLPTraceExporter({
    url,
    headers: { ...headers },
    timeoutMillis: timeoutMs,
  });
  try {
    for (let at = 0; at < spans.length && !signal.aborted; at += spansARequest) {
      await sendSome(exporter, spans.slice(at, at + spansARequest));
    }
  } finally {
    await exporter.shutdown();
  }
}

function sendSome(exporter: OTLPTraceExporter, spans: ReadableSpan[]): Promise<void> {
  return new Promise((resolve, reject) => {
    exporter.export(spans, ({ code, error }) => {
      if (code === ExportResultCode.SUCCESS) resolve();
      else reject(notSent(messageOf(error ?? "no reason was given")));
    });
  });
}

function notSent(why: string): CodedError {
  return new CodedError("telemetry/not-sent", `the collector did not take the spans: ${why}`, {
    fault: "platform",
    fix: "See whether OTEL_EXPORTER_OTLP_ENDPOINT and its headers are right and the collector is up.",
  });
}
