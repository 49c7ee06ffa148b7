import { quartilesOf } from "../quartiles.ts";
import type { BenchResult } from "../result.ts";
import { ours, toolkitAlone } from "./start/contestants.ts";
import { openStartingLine } from "./start/first-request.ts";

const warmUps = 3;
const rounds = 31;

interface Round {
  readonly theirs: number;
  readonly ours: number;
}

/** From the start of the process to its first request, against the least that an action can be. */
export async function benchStart(): Promise<BenchResult[]> {
  const contestants = { theirs: toolkitAlone(), ours: ours() };
  await using line = await openStartingLine();
  const runs: Round[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const theirs = await line.time(contestants.theirs);
    const pair = { theirs, ours: await line.time(contestants.ours) };
    if (round >= 0) runs.push(pair);
  }
  return [conclude(runs)];
}

function conclude(runs: readonly Round[]): BenchResult {
  const ratio = quartilesOf(runs.map((run) => run.ours / run.theirs));
  const ms = (pick: (run: Round) => number): string =>
    `${Math.round(quartilesOf(runs.map(pick)).median)} ms`;
  const spread = `half of the ratios between ${ratio.low.toFixed(2)} and ${ratio.high.toFixed(2)}`;
  return {
    name: "action: start to first request, against the toolkit alone",
    ratio: ratio.median,
    bound: 1.3,
    better: "lower",
    detail: `${runs.length} pairs, ${spread}: ours ${ms((run) => run.ours)}, toolkit ${ms((run) => run.theirs)}`,
  };
}
