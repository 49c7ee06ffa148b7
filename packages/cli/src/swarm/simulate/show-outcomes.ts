import { table } from "../table.ts";
import type { SimulateOptions } from "./options.ts";
import type { Outcome } from "./outcome.ts";

export function outcomesAsJson(
  outcomes: readonly Outcome[],
  tasks: number,
  { workers, claimSeconds, readyMedian, readySigma, speedSigma, runs, seed }: SimulateOptions,
): string {
  const world = { workers, claimSeconds, readyMedian, readySigma, speedSigma };
  return `${JSON.stringify({ tasks, ...world, runs, seed, policies: outcomes }, null, 2)}\n`;
}

export function outcomesAsText(
  outcomes: readonly Outcome[],
  tasks: number,
  { workers, claimSeconds, runs }: SimulateOptions,
): string {
  const rows = outcomes.map(({ policy, rho, makespan, claims, steals, billedMinutes }) => [
    policy,
    rho.mean.toFixed(3),
    rho.worst.toFixed(3),
    makespan.toFixed(1),
    claims.toFixed(1),
    steals.toFixed(1),
    billedMinutes.toFixed(1),
  ]);
  const head = ["policy", "ρ mean", "ρ worst", "seconds", "claims", "steals", "billed minutes"];
  const bound = outcomes[0]?.lowerBound.toFixed(1) ?? "0";
  return `${tasks} tasks on ${workers} workers, claims of ${claimSeconds} s, ${runs} runs; no schedule ends before ${bound} s.

${table([head, ...rows])}
`;
}
