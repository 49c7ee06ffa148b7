export type { RepositoryFacts, RunFacts } from "./run-facts.ts";
export { type SwarmTelemetry, sendSwarm, type TelemetryOutcome } from "./send-swarm.ts";
export { readTelemetry, type TelemetrySettings, telemetrySecrets } from "./target.ts";
