import type { PolicyName, SimulationRun } from "@swarm-actions/swarm";

/** What became of a policy, over all runs: means where not said otherwise. */
export interface Outcome {
  readonly policy: PolicyName;
  /** How long it took over the lower bound. */
  readonly rho: { readonly mean: number; readonly worst: number };
  readonly makespan: number;
  readonly lowerBound: number;
  readonly claims: number;
  readonly steals: number;
  readonly billedMinutes: number;
}

/** @param runs at least one */
export function outcomeOf(policy: PolicyName, runs: readonly SimulationRun[]): Outcome {
  const mean = (of: (run: SimulationRun) => number): number =>
    runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  return {
    policy,
    rho: {
      mean: mean(({ rho }) => rho),
      worst: runs.reduce((worst, { rho }) => Math.max(worst, rho), 0),
    },
    makespan: mean(({ makespan }) => makespan),
    lowerBound: mean(({ lowerBound }) => lowerBound),
    claims: mean(({ claims }) => claims),
    steals: mean(({ steals }) => steals),
    billedMinutes: mean(({ billedMinutes }) => billedMinutes),
  };
}
