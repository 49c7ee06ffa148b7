import { digest } from "@swarm-actions/core";
import type { RunFacts } from "./run-facts.ts";

/** What tells one run from all others. */
export type RunName = Pick<RunFacts, "runId" | "attempt" | "repository">;

/**
 * 32 hexadecimal digits, the same for all jobs of an attempt of a run: what they send joins one trace,
 * though none of them knows of the others.
 */
export function traceIdOf(run: RunName): string {
  return digest(`trace ${nameOf(run)}`, 32);
}

/** 16 hexadecimal digits, the same whenever it is asked for. @param what unique in its trace */
export function spanIdOf(run: RunName, what: string): string {
  return digest(`span ${nameOf(run)} ${what}`, 16);
}

function nameOf({ runId, attempt, repository }: RunName): string {
  const where = repository === null ? "" : `${repository.owner}/${repository.name}`;
  return JSON.stringify([where, runId, attempt]);
}
