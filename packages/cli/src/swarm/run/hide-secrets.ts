import type { Redactor } from "@swarm-actions/core";
import { readTelemetry, telemetrySecrets } from "@swarm-actions/telemetry";

const secretName = /token|key|secret|pass|auth|credential|cookie/i;

/** Shorter values, and those that are paths, are words of the output rather than secrets. */
const shortest = 8;

/** Lets nothing through that stands in a variable which by its name holds a secret. */
export function hideSecrets(
  variables: Readonly<Record<string, string | undefined>>,
  redactor: Redactor,
): void {
  const named = Object.entries(variables).flatMap(([name, value = ""]) =>
    secretName.test(name) ? [value] : [],
  );
  const telemetry = readTelemetry(variables);
  const sent = telemetry === null ? [] : telemetrySecrets(telemetry);
  for (const value of [...named, ...sent]) {
    if (value.length >= shortest && !value.startsWith("/")) redactor.add(value);
  }
}
