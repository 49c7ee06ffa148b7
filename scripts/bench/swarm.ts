/**
 * How near to the lower bound swarms end, by policy, in simulated runs: 16 workers that are ready and fast
 * as chance has it, claims of 1.5 s. Then what planning, collecting and coordinating cost.
 *
 *   node scripts/bench/swarm.ts
 */
import { type BenchResult, describe, isMet } from "./result.ts";
import { benchCollect } from "./swarm/collect.ts";
import type { Floors } from "./swarm/floors.ts";
import { generatedSuites } from "./swarm/generated.ts";
import { benchPlanner } from "./swarm/planner.ts";
import { benchProcesses } from "./swarm/processes.ts";
import { recordedSuites } from "./swarm/recorded.ts";
import { floorsOn, type Standing, standingsOn } from "./swarm/rho.ts";
import { benchScale } from "./swarm/scale.ts";
import type { Suite } from "./swarm/suite.ts";

const runs = 20;

/** Prints the table of all policies, side by side. Needs a built CLI. */
export async function benchSwarm(): Promise<BenchResult[]> {
  const generated = measure("generated, heavy-tailed", generatedSuites());
  const recorded = measure("recorded test suites", recordedSuites());
  return [
    ...conclude(generated, 1.1),
    ...conclude(recorded, null),
    againstFloor(recorded),
    ...benchScale(),
    ...benchPlanner(),
    ...(await benchCollect()),
    ...(await benchProcesses()),
  ];
}

interface Measured {
  readonly name: string;
  readonly standings: readonly Standing[];
  readonly floors: Floors;
}

function measure(name: string, suites: readonly Suite[]): Measured {
  const standings = standingsOn(suites, runs);
  const floors = floorsOn(suites, runs);
  console.error(`\nTime over the lower bound, ${name}: ${suites.length} suites, ${runs} runs each`);
  for (const one of standings) console.error(show(one));
  console.error(row("free claims, by prediction", [floors.predicted]));
  console.error(row("free claims, all durations known", [floors.clairvoyant]));
  return { name, standings, floors };
}

function conclude({ name, standings, floors }: Measured, bound: number | null): BenchResult[] {
  const mean = ours(standings);
  const others = standings.filter(({ policy }) => policy !== "ours");
  const best = others.reduce((a, b) => (a.mean <= b.mean ? a : b));
  const known = `${floors.predicted.toFixed(2)} were claims free, ${floors.clairvoyant.toFixed(2)} were durations known too`;
  const ratios = others.map(({ policy, mean: each }) => `${policy} ${each.toFixed(2)}`).join(", ");
  return [
    lower(`swarm: time over the lower bound, ${name}`, mean, bound, `${ratios}; ${known}`),
    lower(
      `swarm: time over that of ${best.policy}, ${name}`,
      mean / best.mean,
      1,
      "the best other",
    ),
  ];
}

/** Where histories err, a schedule that goes by them cannot come near the lower bound, only near this. */
function againstFloor({ name, standings, floors }: Measured): BenchResult {
  const mean = ours(standings);
  const detail = `${mean.toFixed(2)} against ${floors.predicted.toFixed(2)} of the lower bound`;
  const ratio = mean / floors.predicted;
  return lower(`swarm: time over that with free claims, ${name}`, ratio, 1.1, detail);
}

function ours(standings: readonly Standing[]): number {
  return standings.find(({ policy }) => policy === "ours")?.mean ?? Number.NaN;
}

function lower(name: string, ratio: number, bound: number | null, detail: string): BenchResult {
  return { name, ratio, bound, better: "lower", detail };
}

function show({ policy, mean, worst, claims }: Standing): string {
  return `${row(policy, [mean, worst])}  ${Math.round(claims)} claims`;
}

function row(name: string, figures: readonly number[]): string {
  return `  ${name.padEnd(33)}${figures.map((figure) => figure.toFixed(3).padStart(8)).join("")}`;
}

if (import.meta.main) {
  const results = await benchSwarm();
  for (const result of results) console.log(describe(result));
  if (!results.every(isMet)) process.exitCode = 1;
}
