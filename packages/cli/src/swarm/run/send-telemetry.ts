import { basename } from "node:path";
import { visibleLine } from "@swarm-actions/display";
import type { Collected, SwarmReport } from "@swarm-actions/swarm";
import { version } from "../../version.ts";

/** A run that is over; milliseconds since 1970. */
interface SentRun {
  readonly folder: string;
  readonly startedAt: number;
}

/** People wait for it. */
const timeoutMs = 3_000;

/**
 * Sends the run as one trace where the usual variables of OpenTelemetry name a collector; going on with a
 * run is a trace of its own. That nobody takes the spans is told, and stops nothing.
 */
export async function sendTelemetry(
  { folder, startedAt }: SentRun,
  report: SwarmReport,
  { results }: Pick<Collected, "results">,
): Promise<void> {
  const { readTelemetry, sendSwarm } = await import("@swarm-actions/telemetry");
  const settings = readTelemetry(process.env);
  if (settings === null) return;
  const run = {
    runId: `${basename(folder)}-${startedAt}`,
    attempt: 1,
    pipeline: "swarm run",
    url: null,
    startedAt,
    repository: null,
  };
  const { spans, traceId, warning } = await sendSwarm({
    report,
    results,
    run,
    settings,
    tool: { version },
    timeoutMs,
  });
  const said = warning ?? `${spans} spans were sent as trace ${traceId}`;
  process.stderr.write(`Telemetry: ${visibleLine(said)}\n`);
}
