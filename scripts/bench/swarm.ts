/**
 * How near to the lower bound swarms end, by policy, in simulated runs: 16 workers that are ready and fast
 * as chance has it, claims of 1.5 s.
 *
 *   node scripts/bench/swarm.ts
 */
import { type BenchResult, describe, isMet } from "./result.ts";
import { generatedSuites } from "./swarm/generated.ts";
import { recordedSuites } from "./swarm/recorded.ts";
import { type Standing, standingsOn } from "./swarm/rho.ts";
import type { Suite } from "./swarm/suite.ts";

const runs = 20;

export function benchSwarm(): BenchResult[] {
  return [
    ...conclude("generated, heavy-tailed", generatedSuites(), 1.1),
    ...conclude("recorded test suites", recordedSuites(), null),
  ];
}

function conclude(name: string, suites: readonly Suite[], bound: number | null): BenchResult[] {
  const standings = standingsOn(suites, runs);
  const ours = standings.find(({ policy }) => policy === "ours");
  const others = standings.filter(({ policy }) => policy !== "ours");
  const best = others.reduce((a, b) => (a.mean <= b.mean ? a : b));
  const detail = standings.map(show).join("; ");
  const mean = ours?.mean ?? Number.NaN;
  return [
    {
      name: `swarm: time over the lower bound, ${name}`,
      ratio: mean,
      bound,
      better: "lower",
      detail,
    },
    {
      name: `swarm: time over that of ${best.policy}, ${name}`,
      ratio: mean / best.mean,
      bound: 1,
      better: "lower",
      detail: `the best of the others; ${suites.length} suites, ${runs} runs each`,
    },
  ];
}

function show({ policy, mean, worst, claims }: Standing): string {
  return `${policy} ${mean.toFixed(3)} (worst ${worst.toFixed(2)}, ${Math.round(claims)} claims)`;
}

if (import.meta.main) {
  const results = benchSwarm();
  for (const result of results) console.log(describe(result));
  if (!results.every(isMet)) process.exitCode = 1;
}
