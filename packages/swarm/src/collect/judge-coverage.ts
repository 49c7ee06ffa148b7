import type { SwarmCoverage, SwarmOutcome } from "../report/swarm-report.ts";

/** What the coverage comes to. */
export interface CoverageVerdict {
  readonly outcome: SwarmOutcome;
  /** One sentence; null when it is complete. */
  readonly reason: string | null;
  /** Whether it is complete, or as complete as was asked for. */
  readonly isEnough: boolean;
}

/**
 * What is missing is told, and enough only where less than all was asked for.
 * @param minCoverage per cent of the tasks; 100: all
 */
export function judgeCoverage(coverage: SwarmCoverage, minCoverage: number): CoverageVerdict {
  const { tasks, done, missing } = coverage;
  if (missing.length === 0) return { outcome: "complete", reason: null, isEnough: true };
  const [noun, verb] = [tasks === 1 ? "task" : "tasks", missing.length === 1 ? "has" : "have"];
  const lacks = `${missing.length} of ${tasks} ${noun} ${verb} no result`;
  if (done === 0) return { outcome: "failed", reason: `${lacks}.`, isEnough: false };
  if (minCoverage >= 100) return { outcome: "partial", reason: `${lacks}.`, isEnough: false };
  const isEnough = done * 100 >= minCoverage * tasks;
  return isEnough
    ? { outcome: "partial", reason: `${lacks}; ${minCoverage} % were asked for.`, isEnough }
    : { outcome: "failed", reason: `${lacks}, though ${minCoverage} % were asked for.`, isEnough };
}
