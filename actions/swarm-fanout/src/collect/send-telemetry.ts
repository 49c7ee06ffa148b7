import { type Kit, readEvent } from "@swarm-actions/action-kit";
import type { SwarmReport } from "@swarm-actions/swarm";
import type { RunFacts } from "@swarm-actions/telemetry";
import { version } from "../shared/version.ts";
import type { BoardContent } from "./read-board.ts";

/** Sends spans where somebody asked for them; that nobody takes them is told, and stops nothing. */
export async function sendTelemetry(
  kit: Kit,
  endpoint: string | null,
  report: SwarmReport,
  { collected }: BoardContent,
): Promise<void> {
  const { readTelemetry, sendSwarm, telemetrySecrets } = await import("@swarm-actions/telemetry");
  const settings = readTelemetry(kit.environment.variables, endpoint ?? "");
  if (settings === null) return;
  for (const secret of telemetrySecrets(settings)) kit.hide(secret);
  const { results, plans } = collected;
  const startedAt = plans[0]?.plan.note?.startedAt ?? null;
  const run = runOf(kit, startedAt);
  const sent = await sendSwarm({ report, results, run, settings, tool: { version } });
  kit.info(`${sent.spans} spans were sent as trace ${sent.traceId}.`);
  if (sent.warning === null) return;
  kit.annotate({ level: "warning", title: "Telemetry", text: sent.warning });
}

function runOf({ environment }: Kit, startedAt: number | null): RunFacts {
  const { variables, owner, repository: name, serverUrl, runId, runAttempt } = environment;
  const url = `${serverUrl}/${owner}/${name}`;
  const event = readEvent(environment);
  const change = event.name === "pull_request" ? `${event.number}` : null;
  return {
    runId: `${runId}`,
    attempt: runAttempt,
    pipeline: variables.GITHUB_WORKFLOW || "swarm",
    url: `${url}/actions/runs/${runId}`,
    startedAt,
    repository: {
      provider: "github",
      owner,
      name,
      url,
      ref: variables.GITHUB_REF_NAME || null,
      revision: variables.GITHUB_SHA || null,
      change,
    },
  };
}
