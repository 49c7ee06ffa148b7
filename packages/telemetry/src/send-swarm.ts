import { messageOf, Redactor } from "@swarm-actions/core";
import type { SwarmReport, WorkerResult } from "@swarm-actions/swarm";
import type { RunFacts } from "./run-facts.ts";
import type { SendLimit } from "./send-spans.ts";
import { type TelemetrySettings, targetOf, telemetrySecrets } from "./target.ts";
import { traceIdOf } from "./trace-ids.ts";

/** What is told, and to whom. */
export interface SwarmTelemetry {
  readonly report: SwarmReport;
  /** What came of each task. */
  readonly results: readonly WorkerResult[];
  readonly run: RunFacts;
  readonly settings: TelemetrySettings;
  readonly tool: { readonly version: string };
  /** All of it takes at most so long, in milliseconds; default 10,000. */
  readonly timeoutMs?: number;
}

/** `warning`: why nothing, or not all, was sent; without any secret, and no reason to fail. */
export interface TelemetryOutcome {
  /** 32 hexadecimal digits: what to look for. */
  readonly traceId: string;
  readonly spans: number;
  readonly warning: string | null;
}

/** Sends a swarm as one trace. It never throws, and never takes longer than it may. */
export async function sendSwarm(telemetry: SwarmTelemetry): Promise<TelemetryOutcome> {
  const { run, settings, timeoutMs = 10_000 } = telemetry;
  const traceId = traceIdOf(run);
  const limit = timeLimit(timeoutMs);
  try {
    const spans = await Promise.race([
      sendAll(telemetry, traceId, { timeoutMs, signal: limit.signal }),
      limit.reached,
    ]);
    return { traceId, spans, warning: null };
  } catch (thrown) {
    return { traceId, spans: 0, warning: withoutSecrets(messageOf(thrown), settings) };
  } finally {
    limit.clear();
  }
}

/** What sends is heavy, and most runs have nobody to send to: it is loaded here. */
async function sendAll(
  { report, results, run, settings, tool }: SwarmTelemetry,
  traceId: string,
  limit: SendLimit,
): Promise<number> {
  const target = targetOf(settings);
  const { swarmSpans } = await import("./swarm-spans.ts");
  const { readableSpans } = await import("./readable-spans.ts");
  const { resourceOf } = await import("./resource.ts");
  const { sendSpans } = await import("./send-spans.ts");
  const { version } = tool;
  const data = swarmSpans(report, results, run);
  const spans = readableSpans(data, { traceId, resource: resourceOf(run, version), version });
  await sendSpans(spans, target, limit);
  return spans.length;
}

interface TimeLimit {
  readonly reached: Promise<never>;
  readonly signal: AbortSignal;
  readonly clear: () => void;
}

function timeLimit(timeoutMs: number): TimeLimit {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const reached = new Promise<never>((_resolve, reject) => {
    const late = new Error(`the collector did not take the spans within ${timeoutMs} ms`);
    timer = setTimeout(() => {
      controller.abort();
      reject(late);
    }, timeoutMs);
  });
  return { reached, signal: controller.signal, clear: () => clearTimeout(timer) };
}

function withoutSecrets(message: string, settings: TelemetrySettings): string {
  const redactor = new Redactor();
  for (const secret of telemetrySecrets(settings)) redactor.add(secret);
  return redactor.redact(message);
}
