import { noFaults, type PolicyName, policyNames, simulate } from "@swarm-actions/swarm";
import { type Floors, floorsOf } from "./floors.ts";
import type { Suite } from "./suite.ts";

const world = {
  workers: 16,
  claimSeconds: 1.5,
  readyMedian: 10,
  readySigma: 0.6,
  speedSigma: 0.12,
  faults: noFaults,
};

/** @returns floors in the same runs as the standings */
export function floorsOn(suites: readonly Suite[], runs: number): Floors {
  const all = suites.flatMap((suite) =>
    Array.from({ length: runs }, (_, seed) => floorsOf(suite, { ...world, seed })),
  );
  const mean = (of: (floors: Floors) => number): number =>
    all.reduce((sum, floors) => sum + of(floors), 0) / all.length;
  return {
    predicted: mean(({ predicted }) => predicted),
    clairvoyant: mean(({ clairvoyant }) => clairvoyant),
  };
}

/** How a policy did over all runs: makespan over the lower bound, and claims a run. */
export interface Standing {
  readonly policy: PolicyName;
  readonly mean: number;
  readonly worst: number;
  readonly claims: number;
}

/** Every policy on every suite in the same worlds. */
export function standingsOn(suites: readonly Suite[], runs: number): Standing[] {
  return policyNames.map((policy) => {
    const played = suites.flatMap((suite) =>
      Array.from({ length: runs }, (_, seed) =>
        simulate({ ...suite, policy, rounds: 0, world: { ...world, seed } }),
      ),
    );
    const rhos = played.map(({ rho }) => rho);
    const claims = played.reduce((sum, run) => sum + run.claims, 0) / played.length;
    const mean = rhos.reduce((sum, rho) => sum + rho, 0) / rhos.length;
    return { policy, mean, worst: Math.max(...rhos), claims };
  });
}
