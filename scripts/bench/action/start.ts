import { quartilesOf } from "../quartiles.ts";
import type { BenchResult } from "../result.ts";
import {
  artifactsAlone,
  type Contestant,
  ourJob,
  ours,
  toolkitAlone,
} from "./start/contestants.ts";
import { openStartingLine, type StartingLine } from "./start/first-request.ts";

const warmUps = 3;
const rounds = 31;
/** Of a job of a swarm there are three, and each is as long. */
const jobRounds = 15;

interface Round {
  readonly theirs: number;
  readonly ours: number;
}

/** From the start of the process to its first request, against the least that an action can be. */
export async function benchStart(): Promise<BenchResult[]> {
  await using line = await openStartingLine();
  const name = "action: start to first request, against the toolkit alone";
  return [await compare(line, { name, ours: ours(), theirs: toolkitAlone(), rounds })];
}

/** The same of the jobs of a swarm, against GitHub's client of artifacts alone. */
export async function benchJobStart(): Promise<BenchResult[]> {
  await using line = await openStartingLine();
  const theirs = artifactsAlone();
  const results: BenchResult[] = [];
  for (const part of ["plan", "work", "collect"] as const) {
    const name = `swarm-fanout/${part}: start to first request, against the artifact client alone`;
    results.push(await compare(line, { name, ours: ourJob(part), theirs, rounds: jobRounds }));
  }
  return results;
}

interface Comparison {
  readonly name: string;
  readonly ours: Contestant;
  readonly theirs: Contestant;
  readonly rounds: number;
}

async function compare(line: StartingLine, { name, ...pair }: Comparison): Promise<BenchResult> {
  const runs: Round[] = [];
  for (let round = -warmUps; round < pair.rounds; round++) {
    const theirs = await line.time(pair.theirs);
    const run = { theirs, ours: await line.time(pair.ours) };
    if (round >= 0) runs.push(run);
  }
  return conclude(name, pair.theirs.name, runs);
}

function conclude(name: string, peer: string, runs: readonly Round[]): BenchResult {
  const ratio = quartilesOf(runs.map((run) => run.ours / run.theirs));
  const ms = (pick: (run: Round) => number): string =>
    `${Math.round(quartilesOf(runs.map(pick)).median)} ms`;
  const spread = `half of the ratios between ${ratio.low.toFixed(2)} and ${ratio.high.toFixed(2)}`;
  return {
    name,
    ratio: ratio.median,
    bound: 1.3,
    better: "lower",
    detail: `${runs.length} pairs, ${spread}: ours ${ms((run) => run.ours)}, ${peer} ${ms((run) => run.theirs)}`,
  };
}
