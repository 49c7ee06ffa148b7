import { type Redactor, secretValues } from "@swarm-actions/core";
import { readTelemetry, telemetrySecrets } from "@swarm-actions/telemetry";

/** Lets nothing through that stands in a variable which by its name holds a secret. */
export function hideSecrets(
  variables: Readonly<Record<string, string | undefined>>,
  redactor: Redactor,
): void {
  const telemetry = readTelemetry(variables);
  const sent = telemetry === null ? [] : telemetrySecrets(telemetry);
  for (const value of [...secretValues(variables), ...sent]) redactor.add(value);
}
